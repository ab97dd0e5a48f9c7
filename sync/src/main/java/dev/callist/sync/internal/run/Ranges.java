package dev.callist.sync.internal.run;

import dev.callist.sync.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Arithmetic with ranges of time. */
public final class Ranges {
    private static final Comparator<TimeRange> OLDEST_FIRST =
            Comparator.comparing(range -> range.from().orElse(Instant.MIN));

    private Ranges() {}

    /** These ranges without another one, the oldest first. */
    static List<TimeRange> without(List<TimeRange> ranges, TimeRange other) {
        return ranges.stream()
                .flatMap(range -> range.minus(other).stream())
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** These ranges and another one, which replaces what it covers of them. */
    static List<TimeRange> with(List<TimeRange> ranges, List<TimeRange> others) {
        List<TimeRange> all = new ArrayList<>(ranges);
        for (TimeRange other : others) {
            all = new ArrayList<>(without(all, other));
            all.add(other);
        }
        all.removeIf(TimeRange::isEmpty);
        all.sort(OLDEST_FIRST);
        return List.copyOf(all);
    }

    /** A range in two halves, if it is longer than this; otherwise the range alone. */
    static List<TimeRange> halves(TimeRange range, Duration longest) {
        if (range.from().isEmpty() || range.before().isEmpty()) {
            return List.of(range);
        }
        Instant from = range.from().get();
        Instant before = range.before().get();
        Duration length = Duration.between(from, before);
        if (length.compareTo(longest) <= 0) {
            return List.of(range);
        }
        Instant middle = from.plusSeconds(length.toSeconds() / 2);
        return List.of(TimeRange.between(from, middle), TimeRange.between(middle, before));
    }

    /** An instant moved back, at most to the first that can be written. */
    public static Instant back(Instant from, Duration time) {
        return Duration.between(Instant.EPOCH, from).compareTo(time) < 0 ? Instant.EPOCH : from.minus(time);
    }

    /** The earlier one of those that are present. */
    public static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get())) ? one : other;
    }

    static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isAfter(other.get())) ? one : other;
    }
}
