package dev.callist.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * A call in a store.
 *
 * @param row its columns
 * @param firstSeen the run that stored it
 * @param lastSeen the latest run that wrote it, or found it unchanged at least a day after the one before
 * @param changedAt the run that stored its present content
 * @param missingSince the run that no longer found it; absent if it is there
 */
public record StoredCall(
        CallRow row, Instant firstSeen, Instant lastSeen, Instant changedAt, Optional<Instant> missingSince) {}
