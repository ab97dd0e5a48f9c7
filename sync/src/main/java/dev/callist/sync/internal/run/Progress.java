package dev.callist.sync.internal.run;

import dev.callist.sync.SourceState;
import dev.callist.sync.SyncReport.Purpose;
import dev.callist.sync.TimeRange;
import dev.callist.sync.UnfinishedListing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** How the state of a source moves on. */
final class Progress {
    /** Ranges that are in doubt are not split further than this. */
    private static final Duration SMALLEST_DOUBT = Duration.ofDays(1);

    private Progress() {}

    /** The state while a listing is under way. */
    static SourceState at(SourceState before, UnfinishedListing unfinished) {
        return new SourceState(before.watermark(), before.coveredFrom(), before.inDoubt(), Optional.of(unfinished));
    }

    /** The state without an unfinished listing, to begin it anew. */
    static SourceState withoutPosition(SourceState before) {
        return new SourceState(before.watermark(), before.coveredFrom(), before.inDoubt(), Optional.empty());
    }

    /**
     * The state after a listing has reached its end.
     *
     * @param isComplete whether it is known to be complete
     * @param newest the latest creation time among its calls
     */
    static SourceState after(
            SourceState before, CopyTask task, boolean isComplete, Optional<Instant> newest, RunContext run) {
        TimeRange range = task.range();
        boolean isNewGround = task.keepsPosition();
        Optional<Instant> watermark =
                isNewGround && !task.isBackfill() ? Ranges.later(before.watermark(), newest) : before.watermark();
        Optional<Instant> coveredFrom = isNewGround ? coveredFrom(before, range) : before.coveredFrom();
        List<TimeRange> inDoubt = isComplete
                ? Ranges.without(before.inDoubt(), range)
                : Ranges.with(before.inDoubt(), doubtful(task, newest, run));
        Optional<UnfinishedListing> unfinished = isNewGround ? Optional.empty() : before.unfinished();
        return new SourceState(watermark, coveredFrom, inDoubt, unfinished);
    }

    /** From where on everything has been read; a listing that begins after all that was read before leaves a gap. */
    private static Optional<Instant> coveredFrom(SourceState before, TimeRange range) {
        Instant from = range.from().orElse(Instant.MIN);
        boolean leavesGap = before.watermark().filter(from::isAfter).isPresent();
        return leavesGap ? Optional.of(from) : Ranges.earlier(before.coveredFrom(), Optional.of(from));
    }

    /**
     * What is in doubt after a listing that may be incomplete; a range that was so before is split, to narrow the doubt
     * down.
     */
    private static List<TimeRange> doubtful(CopyTask task, Optional<Instant> newest, RunContext run) {
        TimeRange range = task.range();
        if (range.before().isEmpty()) {
            Instant end =
                    Ranges.later(newest, Optional.of(run.runAt())).orElseThrow().plus(1, ChronoUnit.MICROS);
            return List.of(new TimeRange(range.from().filter(end::isAfter), Optional.of(end)));
        }
        if (task.purpose() != Purpose.IN_DOUBT) {
            return List.of(range);
        }
        Optional<Instant> earliest = run.session().earliest().filter(first -> range.contains(Optional.of(first)));
        if (range.from().isEmpty() && earliest.isPresent()) {
            return List.of(
                    TimeRange.until(earliest.get()),
                    TimeRange.between(earliest.get(), range.before().get()));
        }
        return Ranges.halves(range, SMALLEST_DOUBT);
    }
}
