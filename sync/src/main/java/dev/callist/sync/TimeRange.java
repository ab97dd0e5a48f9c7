package dev.callist.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls created from one instant, inclusive, to before another. Immutable.
 *
 * @param from the earliest creation; absent for no start. Calls without a time belong to ranges without start and end
 *     only
 * @param before the end, exclusive; absent for no end
 */
public record TimeRange(Optional<Instant> from, Optional<Instant> before) {
    /** All calls, also those without a time. */
    public static final TimeRange ALL = new TimeRange(Optional.empty(), Optional.empty());

    /** Rejects a range that ends before it starts. */
    public TimeRange {
        if (from.isPresent() && before.isPresent() && from.get().isAfter(before.get())) {
            throw new IllegalArgumentException("a range must not end before it starts");
        }
    }

    /** The range between two instants. */
    public static TimeRange between(Instant from, Instant before) {
        return new TimeRange(Optional.of(from), Optional.of(before));
    }

    /** All that was created at this instant or later. */
    public static TimeRange since(Instant from) {
        return new TimeRange(Optional.of(from), Optional.empty());
    }

    /** All that was created before this instant. */
    public static TimeRange until(Instant before) {
        return new TimeRange(Optional.empty(), Optional.of(before));
    }

    /** Whether it contains no instant. */
    public boolean isEmpty() {
        return from.isPresent() && from.equals(before);
    }

    /** Whether a call of this creation time belongs to the range. */
    public boolean contains(Optional<Instant> createdAt) {
        if (createdAt.isEmpty()) {
            return equals(ALL);
        }
        Instant at = createdAt.get();
        return from.filter(at::isBefore).isEmpty()
                && before.filter(end -> !at.isBefore(end)).isEmpty();
    }

    /** What remains of this range without another one: up to two ranges, the older one first. */
    public List<TimeRange> minus(TimeRange other) {
        List<TimeRange> rest = new ArrayList<>();
        other.from
                .map(start -> new Bounds(this).endingAt(start))
                .filter(Bounds::isRange)
                .map(Bounds::range)
                .ifPresent(rest::add);
        other.before
                .map(end -> new Bounds(this).startingAt(end))
                .filter(Bounds::isRange)
                .map(Bounds::range)
                .ifPresent(rest::add);
        return rest;
    }

    /** From and before as instants, which may be the wrong way round. */
    private record Bounds(Instant from, Instant before) {
        Bounds(TimeRange range) {
            this(range.from.orElse(Instant.MIN), range.before.orElse(Instant.MAX));
        }

        Bounds endingAt(Instant end) {
            return new Bounds(from, end.isBefore(before) ? end : before);
        }

        Bounds startingAt(Instant start) {
            return new Bounds(start.isAfter(from) ? start : from, before);
        }

        boolean isRange() {
            return from.isBefore(before);
        }

        TimeRange range() {
            return new TimeRange(
                    Optional.of(from).filter(at -> !at.equals(Instant.MIN)),
                    Optional.of(before).filter(at -> !at.equals(Instant.MAX)));
        }
    }

    /** The two bounds, such as {@code 2026-01-01T00:00:00Z/..}. */
    @Override
    public String toString() {
        return from.map(Instant::toString).orElse("..") + "/"
                + before.map(Instant::toString).orElse("..");
    }
}
