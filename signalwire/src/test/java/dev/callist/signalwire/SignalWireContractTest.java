package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Money;
import dev.callist.ProviderFilters;
import dev.callist.testkit.ChangingCalls;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.history.HistoryProtocol;
import dev.callist.testkit.history.HistoryRules;
import dev.callist.testkit.history.LamlHistoryProtocol;
import dev.callist.testkit.internal.signalwire.SignalWireDialect;
import dev.callist.testkit.matrix.FaultMatrixRules;
import dev.callist.testkit.process.HeapRules;
import dev.callist.testkit.process.ProcessRules;
import dev.callist.testkit.queries.QueryRules;
import dev.callist.testkit.rows.LamlRowProtocol;
import dev.callist.testkit.rows.RandomRowsRules;
import dev.callist.testkit.rows.RowProtocol;
import dev.callist.testkit.rules.ChangingCallsRules;
import dev.callist.testkit.rules.CheckRules;
import dev.callist.testkit.rules.PageTokenRules;
import dev.callist.testkit.rules.ProviderContract;
import dev.callist.testkit.rules.RowFields;
import dev.callist.testkit.splits.LamlSplitWire;
import dev.callist.testkit.splits.SplitRules;
import dev.callist.testkit.splits.SplitWire;
import dev.callist.testkit.transport.TransportRules;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

class SignalWireContractTest extends ProviderContract
        implements ChangingCallsRules,
                CheckRules,
                FaultMatrixRules,
                HeapRules,
                HistoryRules,
                ProcessRules,
                QueryRules,
                RandomRowsRules,
                PageTokenRules,
                SplitRules,
                TransportRules {
    @Override
    public Sandbox sandbox(int calls) {
        return SignalWireSandbox.start(calls);
    }

    @Override
    public Sandbox changingSandbox(ChangingCalls calls, ManualTime time) {
        return SignalWireSandbox.start(calls, time, 0);
    }

    @Override
    public Optional<Money> shownPrice(SandboxCall call) {
        return call.price();
    }

    @Override
    public String secret() {
        return SignalWireSandbox.API_TOKEN;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return SignalWireCalls.create(SignalWireConfig.builder()
                .projectId(SignalWireSandbox.PROJECT_ID)
                .apiToken(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    public CallQuery splittable(int pageSize) {
        return CallQuery.builder()
                .addProviderFilters(SignalWireFilters.builder()
                        .startTimeAfter(Instant.parse("2026-02-01T00:00:00Z"))
                        .build())
                .pageSize(pageSize)
                .build();
    }

    @Override
    public Map<ProviderFilters, Predicate<Call>> ownFilters() {
        Instant moment = Instant.parse("2026-03-01T09:00:00Z");
        return Map.of(
                SignalWireFilters.builder()
                        .status(SignalWireFilters.STATUS_BUSY)
                        .build(),
                call -> call.providerStatus().equals(Optional.of("busy")),
                SignalWireFilters.builder().startTimeAfter(moment).build(),
                call -> call.startedAt().filter(at -> !at.isBefore(moment)).isPresent(),
                SignalWireFilters.builder().endTimeBefore(moment).build(),
                call -> call.endedAt().filter(at -> !at.isAfter(moment)).isPresent());
    }

    @Override
    public SplitWire splitWire() {
        return new LamlSplitWire(new SignalWireDialect());
    }

    @Override
    public RowFields rowFields() {
        return new RowFields(
                "sid",
                "date_created",
                new RowFields.Duration("duration", TimeUnit.SECONDS),
                "from",
                "caller_name",
                Optional.of(new RowFields.Words("status", "direction")));
    }

    @Override
    public HistoryProtocol historyProtocol() {
        return LamlHistoryProtocol.signalWire();
    }

    @Override
    public RowProtocol rowProtocol() {
        return new LamlRowProtocol(rowFields(), new SignalWireDialect());
    }
}
