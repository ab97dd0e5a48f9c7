package dev.callist.sync;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.MergedCalls;
import dev.callist.sync.internal.run.SourceNames;
import dev.callist.sync.internal.run.SyncRun;
import java.util.List;

/**
 * Keeps a copy of one list of calls up to date. Each {@link #run()} reads what may have changed and writes the
 * differences:
 *
 * <ol>
 *   <li>it continues the listing that an earlier run did not finish;
 *   <li>it lists from the watermark minus the lookback, or from the oldest call that may still change, up to now;
 *   <li>it lists again the ranges that were read but not proved to be complete;
 *   <li>it reads history that is wanted and was not read yet;
 *   <li>it reads one random earlier day again, and reports how much had changed there.
 * </ol>
 *
 * <p>Calls and progress are saved in the same transactions: a run can be killed at any moment, and the next one
 * continues. A call that the provider no longer returns stays in the store, marked as missing. Nothing is marked
 * because of a listing that may be incomplete.
 *
 * <p>Thread-safe; runs of one source exclude each other, over all processes that use the store. The lister and the
 * store stay open.
 */
public final class CallSync {
    private final CallLister lister;
    private final CallStore store;
    private final SyncOptions options;
    private final SyncSource source;

    private CallSync(CallLister lister, CallStore store, SyncOptions options) {
        this.lister = lister;
        this.store = store;
        this.options = options;
        this.source = SourceNames.source(lister, options);
    }

    /**
     * A copy of the calls of a lister in a store. Sends no request and does not touch the store.
     *
     * @throws CallStoreException INVALID_CONFIG for merged listers: copy each by itself
     * @throws CallListException UNSUPPORTED_FILTER when the provider cannot serve the query
     */
    public static CallSync create(CallLister lister, CallStore store, SyncOptions options) {
        if (lister instanceof MergedCalls) {
            throw new CallStoreException(
                    CallStoreException.Kind.INVALID_CONFIG, "copy each of the merged listers by itself");
        }
        return new CallSync(lister, store, options);
    }

    /** The source, as the store names it. */
    public SyncSource source() {
        return source;
    }

    /**
     * Brings the copy up to date.
     *
     * @throws CallListException when a listing fails; what was read before is stored, and the next run continues there
     * @throws CallStoreException LOCKED while another run is active, QUERY_CHANGED when the store copies this account
     *     with another query, CLOCK_WENT_BACK, or another kind when the store fails; nothing is half-written
     */
    public SyncReport run() {
        refuseOtherQueries(store.sources());
        try (SourceSession session = store.open(source, options.patience())) {
            return new SyncRun(lister, session, source, options).run();
        }
    }

    private void refuseOtherQueries(List<SyncSource> known) {
        if (options.allowsOtherQueries() || known.contains(source)) {
            return;
        }
        known.stream().filter(source::isSameAccount).findFirst().ifPresent(other -> {
            throw new CallStoreException(
                    CallStoreException.Kind.QUERY_CHANGED,
                    "this store copies " + other + " with the query " + other.queryText() + ", not "
                            + source.queryText() + "; use another store, or allow several queries of one account");
        });
    }

    /** Provider and account. */
    @Override
    public String toString() {
        return "CallSync[" + source + "]";
    }
}
