package dev.callist.sync;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.MergedCalls;
import dev.callist.sync.internal.run.SourceNames;
import dev.callist.sync.internal.verify.CallComparison;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares a copy of calls with its source: lists a window again, and reports for each local day how many calls are in
 * the copy, in the list, in one of them only, or in both but different. A call that the store keeps as missing is not
 * in the copy.
 *
 * <p>Both sides are read at once, the newest calls first. Memory holds the calls that have been met on one side only so
 * far; it is small if the list runs newest first and the copy is right. Immutable; the lister and the store stay open.
 */
public final class CallVerification {
    private final CallLister lister;
    private final CallQuery query;
    private final ZoneId zone;
    private final Optional<Instant> latest;

    private CallVerification(CallLister lister, CallQuery query, ZoneId zone, Optional<Instant> latest) {
        this.lister = lister;
        this.query = query;
        this.zone = zone;
        this.latest = latest;
    }

    /**
     * A comparison that has not begun.
     *
     * @param lister of the source
     * @param query the filters of the copy, and the window to compare: {@link CallQuery#createdFrom()}, inclusive, to
     *     {@link CallQuery#createdBefore()}, exclusive
     * @param zone whose days are counted
     * @throws CallStoreException INVALID_CONFIG for merged listers: verify each by itself
     */
    public static CallVerification of(CallLister lister, CallQuery query, ZoneId zone) {
        if (lister instanceof MergedCalls) {
            throw new CallStoreException(
                    CallStoreException.Kind.INVALID_CONFIG, "verify each of the merged listers by itself");
        }
        return new CallVerification(lister, query, zone, Optional.empty());
    }

    /**
     * This comparison, without calls that were created after an instant, such as the {@linkplain SourceState#watermark
     * watermark} of the copy. Unlike {@link CallQuery#createdBefore()} it is not part of the request: calls without a
     * time are compared, too, and the list can be known to be complete where the provider may have such calls.
     */
    public CallVerification upTo(Instant latestCreation) {
        return new CallVerification(lister, query, zone, Optional.of(latestCreation));
    }

    /**
     * Compares the list with a store.
     *
     * @param source whose calls to compare, such as {@link CallSync#source()}
     * @param differences receives each difference, as soon as it is certain; it must not use the store
     * @throws CallListException when the listing fails
     * @throws CallStoreException QUERY_CHANGED if the copy has other filters than the query, or another kind when the
     *     store fails
     */
    public VerificationReport against(CallStore store, SyncSource source, Consumer<CallDifference> differences) {
        checkFilters(source);
        TimeRange range = range();
        try (CallIterator listed = lister.list(query).iterator()) {
            CallComparison comparison = comparison(listed, source.account(), differences);
            store.read(source, range, comparison::addStored);
            comparison.finish(store::find);
            return comparison.report(reported());
        }
    }

    /**
     * Compares the list with calls from elsewhere, such as a file.
     *
     * @param copy the calls, best the newest first; those that do not match the query are ignored
     * @param account the account of calls that have none
     * @param differences receives each difference, as soon as it is certain
     * @throws CallListException when the listing fails
     */
    public VerificationReport against(Iterator<Call> copy, String account, Consumer<CallDifference> differences) {
        try (CallIterator listed = lister.list(query).iterator()) {
            CallComparison comparison = comparison(listed, account, differences);
            while (copy.hasNext()) {
                Call call = copy.next();
                if (query.matches(call)) {
                    comparison.add(CallRow.of(call, account));
                }
            }
            comparison.finish(ids -> Map.of());
            return comparison.report(reported());
        }
    }

    private CallComparison comparison(CallIterator listed, String account, Consumer<CallDifference> differences) {
        return new CallComparison(listed, account, zone, differences).upTo(latest);
    }

    private TimeRange reported() {
        TimeRange all = range();
        Optional<Instant> end = latest.map(at -> at.plus(1, ChronoUnit.MICROS));
        boolean endsEarlier =
                end.isPresent() && all.before().filter(end.get()::isAfter).isEmpty();
        return endsEarlier ? new TimeRange(all.from(), end) : all;
    }

    private TimeRange range() {
        return new TimeRange(query.createdFrom(), query.createdBefore());
    }

    private void checkFilters(SyncSource source) {
        CallQuery filters = query.toBuilder().createdBefore(Optional.empty()).build();
        SyncOptions options =
                SyncOptions.builder().query(filters).account(source.account()).build();
        if (!SourceNames.source(lister, options).equals(source)) {
            throw new CallStoreException(
                    CallStoreException.Kind.QUERY_CHANGED,
                    "the copy of " + source + " has " + source.queryText() + "; verify it with the same filters");
        }
    }

    /** The provider and the zone. */
    @Override
    public String toString() {
        return "CallVerification[" + lister.provider() + ", " + zone + "]";
    }
}
