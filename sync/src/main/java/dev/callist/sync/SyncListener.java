package dev.callist.sync;

/**
 * Receives the events of a {@link CallSync}, on the thread that runs it. Exceptions end the run; stored calls stay
 * stored.
 */
public interface SyncListener {
    /** A listing begins. */
    default void began(SyncReport.Purpose purpose, TimeRange range) {}

    /** Calls were written; the counts are those of this listing so far. */
    default void stored(SyncReport.Purpose purpose, WriteCounts counts) {}

    /** A listing has ended. */
    default void ended(SyncReport.SyncedListing listing) {}
}
