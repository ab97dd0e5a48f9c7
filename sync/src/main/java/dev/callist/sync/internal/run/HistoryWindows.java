package dev.callist.sync.internal.run;

import dev.callist.sync.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The windows in which history is read, newest first: each ends where the one before it began. Windows grow while few
 * calls are found and shrink while there are many. A provider that cannot select by time gets one window. Not
 * thread-safe.
 */
final class HistoryWindows {
    private static final long FEW = 500;
    private static final long MANY = 20_000;
    private static final Duration SHORTEST = Duration.ofHours(1);

    private final Optional<Instant> beginning;
    private final boolean selectsByTime;
    private Duration length = Duration.ofDays(1);

    /**
     * Windows down to a beginning.
     *
     * @param beginning where history begins, at the earliest 1970; absent for everything there is
     */
    HistoryWindows(Optional<Instant> beginning, boolean selectsByTime) {
        this.beginning = beginning.map(at -> at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at);
        this.selectsByTime = selectsByTime;
    }

    /** The window below what has been covered; absent when nothing is left. */
    Optional<TimeRange> next(Optional<Instant> coveredFrom) {
        if (coveredFrom.isEmpty() || coveredFrom.get().equals(Instant.MIN)) {
            return Optional.empty();
        }
        Instant end = coveredFrom.get();
        if (beginning.isEmpty()) {
            return Optional.of(TimeRange.until(end));
        }
        Instant first = beginning.get();
        if (!end.isAfter(first)) {
            return Optional.empty();
        }
        Instant from = selectsByTime ? Ranges.back(end, length) : first;
        return Optional.of(TimeRange.between(from.isBefore(first) ? first : from, end));
    }

    /** Sizes the next window by how many calls the last one had. */
    void had(long calls) {
        if (calls < FEW) {
            length = length.multipliedBy(2);
        } else if (calls > MANY && length.compareTo(SHORTEST) > 0) {
            length = length.dividedBy(2);
        }
    }
}
