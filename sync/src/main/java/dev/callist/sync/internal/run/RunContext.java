package dev.callist.sync.internal.run;

import dev.callist.CallLister;
import dev.callist.TimeSource;
import dev.callist.sync.SourceSession;
import dev.callist.sync.SyncOptions;
import dev.callist.sync.SyncSource;
import java.time.Instant;

/**
 * What all listings of a run share.
 *
 * @param lister where the calls come from
 * @param session where they go
 * @param source the source as the store knows it
 * @param options the options of the copy
 * @param time the clock
 * @param runAt the start of the run, later than that of any previous run
 */
record RunContext(
        CallLister lister,
        SourceSession session,
        SyncSource source,
        SyncOptions options,
        TimeSource time,
        Instant runAt) {}
