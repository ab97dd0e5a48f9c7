package dev.callist.sync;

/** Learns what a {@link CallSync} does, on the thread that runs it. Exceptions end the run; what was stored stays stored. */
public interface SyncListener {
    /** A listing begins. */
    default void began(SyncReport.Purpose purpose, TimeRange range) {}

    /** Calls were written; the counts are those of this listing so far. */
    default void stored(SyncReport.Purpose purpose, WriteCounts counts) {}

    /** A listing has ended. */
    default void ended(SyncReport.Reading reading) {}
}
