package dev.callist.testkit.laml;

import dev.callist.Call;
import dev.callist.CallQuery;
import dev.callist.ProviderFilters;
import dev.callist.testkit.internal.laml.LamlDialect;
import dev.callist.testkit.rows.LamlRowProtocol;
import dev.callist.testkit.rows.RowProtocol;
import dev.callist.testkit.rules.PageTokenRules;
import dev.callist.testkit.rules.ProviderContract;
import dev.callist.testkit.rules.RowFields;
import dev.callist.testkit.splits.LamlSplitWire;
import dev.callist.testkit.splits.SplitRules;
import dev.callist.testkit.splits.SplitWire;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The contract of the lists that SignalWire and Twilio share. */
public abstract class LamlContract extends ProviderContract implements PageTokenRules, SplitRules {
    private final LamlDialect dialect;

    protected LamlContract(String provider, LamlDialect dialect) {
        super(provider);
        this.dialect = dialect;
    }

    /** The provider's filter by the status busy. */
    protected abstract ProviderFilters busy();

    /** The provider's filter by the earliest start. */
    protected abstract ProviderFilters startTimeAfter(Instant moment);

    /** The provider's filter by the latest end. */
    protected abstract ProviderFilters endTimeBefore(Instant moment);

    @Override
    public CallQuery splittable(int pageSize) {
        return CallQuery.builder()
                .addProviderFilters(startTimeAfter(Instant.parse("2026-02-01T00:00:00Z")))
                .pageSize(pageSize)
                .build();
    }

    @Override
    public Map<ProviderFilters, Predicate<Call>> ownFilters() {
        Instant moment = Instant.parse("2026-03-01T09:00:00Z");
        return Map.of(
                busy(),
                call -> call.providerStatus().equals(Optional.of("busy")),
                startTimeAfter(moment),
                call -> call.startedAt().filter(at -> !at.isBefore(moment)).isPresent(),
                endTimeBefore(moment),
                call -> call.endedAt().filter(at -> !at.isAfter(moment)).isPresent());
    }

    @Override
    public SplitWire splitWire() {
        return new LamlSplitWire(dialect);
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
    public RowProtocol rowProtocol() {
        return new LamlRowProtocol(rowFields(), dialect);
    }
}
