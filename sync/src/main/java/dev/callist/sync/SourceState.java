package dev.callist.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a store records about a source. Immutable.
 *
 * @param watermark the latest creation time up to which the list has been read to its end, in whole microseconds;
 *     absent before the first time
 * @param coveredFrom the earliest creation time from which everything up to the watermark has been read; {@link
 *     Instant#MIN} if the list was read from its start; absent before the first time
 * @param inDoubt ranges that were read but not proved to be complete, the oldest first
 * @param unfinished the listing to continue
 */
public record SourceState(
        Optional<Instant> watermark,
        Optional<Instant> coveredFrom,
        List<TimeRange> inDoubt,
        Optional<UnfinishedListing> unfinished) {
    /** The state of a source that has never been read. */
    public static final SourceState NEW =
            new SourceState(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    /** Copies the list. */
    public SourceState {
        inDoubt = List.copyOf(inDoubt);
    }
}
