package dev.callist.twilio;

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
import dev.callist.testkit.TwilioSandbox;
import dev.callist.testkit.history.HistoryProtocol;
import dev.callist.testkit.history.HistoryRules;
import dev.callist.testkit.history.LamlHistoryProtocol;
import dev.callist.testkit.internal.twilio.TwilioDialect;
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

class TwilioContractTest extends ProviderContract
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
        return TwilioSandbox.start(calls);
    }

    @Override
    public Sandbox changingSandbox(ChangingCalls calls, ManualTime time) {
        return TwilioSandbox.start(calls, time, 0);
    }

    @Override
    public Optional<Money> shownPrice(SandboxCall call) {
        return call.price().map(price -> new Money(price.amount().negate(), price.currency()));
    }

    @Override
    public String secret() {
        return TwilioSandbox.AUTH_TOKEN;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return TwilioCalls.create(TwilioConfig.builder()
                .accountSid(TwilioSandbox.ACCOUNT_SID)
                .authToken(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    public CallQuery splittable(int pageSize) {
        return CallQuery.builder()
                .addProviderFilters(TwilioFilters.builder()
                        .startTimeAfter(Instant.parse("2026-02-01T00:00:00Z"))
                        .build())
                .pageSize(pageSize)
                .build();
    }

    @Override
    public Map<ProviderFilters, Predicate<Call>> ownFilters() {
        Instant moment = Instant.parse("2026-03-01T09:00:00Z");
        return Map.of(
                TwilioFilters.builder().status(TwilioFilters.STATUS_BUSY).build(),
                call -> call.providerStatus().equals(Optional.of("busy")),
                TwilioFilters.builder().startTimeAfter(moment).build(),
                call -> call.startedAt().filter(at -> !at.isBefore(moment)).isPresent(),
                TwilioFilters.builder().endTimeBefore(moment).build(),
                call -> call.endedAt().filter(at -> !at.isAfter(moment)).isPresent());
    }

    @Override
    public SplitWire splitWire() {
        return new LamlSplitWire(new TwilioDialect());
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
        return LamlHistoryProtocol.twilio();
    }

    /** Half of the usual number: SignalWire's lists are read by the same code. */
    @Override
    public int histories() {
        return 2_000;
    }

    @Override
    public RowProtocol rowProtocol() {
        return new LamlRowProtocol(rowFields(), new TwilioDialect());
    }
}
