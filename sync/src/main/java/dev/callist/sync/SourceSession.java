package dev.callist.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The right to write the calls of one source. Each method that writes is one transaction: after a failure or the end of
 * the process all of it has happened or nothing. After a failure, a session may refuse everything but {@link #close}.
 * For use by one thread.
 *
 * <p>A call belongs to the source that stored it first, even if another source of the same account lists it, too.
 */
public interface SourceSession extends AutoCloseable {
    /** What was saved last; {@link SourceState#NEW} for a source that has never been written. */
    SourceState state();

    /** The start of the latest run that wrote anything; absent if none did. */
    Optional<Instant> lastRun();

    /** Begins another listing: forgets which calls were found unchanged. Writes nothing. */
    void beginListing();

    /**
     * Stores calls, in their order, and the state. A call that the store does not have is added. One whose {@linkplain
     * CallRow#differences content differs} is replaced, and its {@code changed_at} becomes {@code runAt}. One that is
     * the same is only remembered as found, unless it was missing or was last seen more than a day before {@code
     * runAt}. Where nothing has to be written, the state is not saved either.
     *
     * @param runAt the start of the run, later than {@link #lastRun()} unless it is the same run
     */
    WriteCounts write(List<CallRow> calls, Instant runAt, SourceState state);

    /**
     * Marks the calls of this source that were created in the range, and that were neither written by this run nor
     * found since {@link #beginListing}, as missing since {@code runAt}, and saves the state if it differs from the
     * saved one.
     *
     * @return how many were not missing before
     */
    long markMissing(TimeRange range, Instant runAt, SourceState state);

    /** Saves the state if it differs from the saved one. */
    void save(Instant runAt, SourceState state);

    /** Adds a record of a run. */
    void record(RunRecord run);

    /**
     * The creation time of the oldest call that may still change: its {@linkplain dev.callist.CallStatus#isFinal status
     * is not final} and it has no end, or it has no price although other calls of this source have one. Missing calls
     * do not count.
     *
     * @param since calls created before do not count
     */
    Optional<Instant> oldestOpen(Instant since);

    /** The earliest creation time of this source's calls, missing ones included. */
    Optional<Instant> earliest();

    /** Lets others write the source. Idempotent. */
    @Override
    void close();
}
