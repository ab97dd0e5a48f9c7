package dev.callist.sync;

import dev.callist.ResumePoint;
import java.time.Instant;
import java.util.Optional;

/**
 * A listing that a run did not finish, and where the next run continues it.
 *
 * @param range what it lists
 * @param resumePoint right after the last call that was stored
 * @param runAt when it was started
 * @param newest the latest creation time among its calls so far, if it moves the watermark; absent while there is none
 * @param isBackfill whether it reads history, which leaves the watermark where it is
 */
public record UnfinishedListing(
        TimeRange range, ResumePoint resumePoint, Instant runAt, Optional<Instant> newest, boolean isBackfill) {}
