package dev.callist.sync;

import java.time.Instant;

/**
 * What a store records about a run, for later investigation.
 *
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param outcome COMPLETE, UNKNOWN, INCOMPLETE, or the kind of the failure that ended it
 * @param counts what it wrote
 * @param requests how many requests it made
 */
public record RunRecord(Instant startedAt, Instant endedAt, String outcome, WriteCounts counts, long requests) {}
