package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.Money;
import dev.callist.ProviderFilters;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SignalWireLogsSandbox;
import dev.callist.testkit.history.HistoryProtocol;
import dev.callist.testkit.history.VoiceLogHistoryProtocol;
import dev.callist.testkit.rows.RowProtocol;
import dev.callist.testkit.rows.VoiceLogRowProtocol;
import dev.callist.testkit.rules.PageTokenRules;
import dev.callist.testkit.rules.ProviderContract;
import dev.callist.testkit.rules.RowFields;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

class SignalWireLogsContractTest extends ProviderContract implements PageTokenRules {
    SignalWireLogsContractTest() {
        super("signalwire-logs");
    }

    @Override
    public Optional<Money> shownPrice(SandboxCall call) {
        return call.price();
    }

    @Override
    public String secret() {
        return SignalWireLogsSandbox.API_TOKEN;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return SignalWireLogs.create(SignalWireConfig.builder()
                .projectId(SignalWireLogsSandbox.PROJECT_ID)
                .apiToken(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    public boolean canBeSplit() {
        return false;
    }

    @Override
    public Map<ProviderFilters, Predicate<Call>> ownFilters() {
        LocalDate day = LocalDate.parse("2026-03-01");
        Instant midnight = Instant.parse("2026-03-01T00:00:00Z");
        return Map.of(
                SignalWireLogsFilters.builder().createdAfter(day).build(),
                call -> call.createdAt().filter(at -> !at.isBefore(midnight)).isPresent(),
                SignalWireLogsFilters.builder().createdBefore(day).build(),
                call -> call.createdAt().filter(midnight::isAfter).isPresent(),
                SignalWireLogsFilters.builder().includeDeleted(true).build(),
                call -> true);
    }

    @Override
    public RowFields rowFields() {
        return new RowFields(
                "id",
                "created_at",
                new RowFields.Duration("duration_ms", TimeUnit.MILLISECONDS),
                "from",
                "source",
                Optional.of(new RowFields.Words("status", "direction")),
                List.of("duration"));
    }

    @Override
    public HistoryProtocol historyProtocol() {
        return new VoiceLogHistoryProtocol();
    }

    @Override
    public RowProtocol rowProtocol() {
        return new VoiceLogRowProtocol(rowFields());
    }
}
