package dev.callist.testkit.internal.calls;

import dev.callist.testkit.SandboxCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * When the calls of a changing list are made: one in each interval since 2020, at a random moment of it. The calls are
 * numbered by their interval, and are those of the deterministic set from an index on that depends on the seed, the
 * newer the smaller.
 *
 * @param indexOfZero the index of the call number 0
 * @param first the number of the oldest call that was ever listed
 * @param intervalMillis the length of an interval
 */
public record CallSchedule(int indexOfZero, int first, int intervalMillis) {
    /** When the interval number 0 begins. */
    public static final Instant ORIGIN = Instant.parse("2020-01-01T00:00:00Z");

    private static final int MAX_CALLS = 1 << 30;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** The schedule of a seed, without the calls that were created before a start. */
    public static CallSchedule of(long seed, Instant start, Duration interval) {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("interval must be from 1 second to 1 day");
        }
        if (start.isBefore(ORIGIN)) {
            throw new IllegalArgumentException("start must not be before 2020");
        }
        int index = MAX_CALLS + IndexHash.below(MAX_CALLS, Long.hashCode(seed), 80);
        CallSchedule all = new CallSchedule(index, 0, (int) interval.toMillis());
        return new CallSchedule(index, all.newest(start.minusMillis(1)) + 1, all.intervalMillis);
    }

    /** The list at a moment. */
    public ListedCalls at(Instant time) {
        return new CallsAt(this, time, Math.max(newest(time), first - 1));
    }

    /** The number of the newest call that has been created at a moment; -1 if there is none. */
    private int newest(Instant time) {
        long millis = Duration.between(ORIGIN, time).toMillis();
        long number = Math.max(-1, Math.floorDiv(millis, intervalMillis));
        if (number >= MAX_CALLS) {
            throw new IllegalStateException("more than " + MAX_CALLS + " intervals have passed since 2020");
        }
        return (int) (createdMillis((int) number) > time.toEpochMilli() ? number - 1 : number);
    }

    private int index(int number) {
        return indexOfZero - number;
    }

    private long createdMillis(int number) {
        long start = ORIGIN.toEpochMilli() + (long) number * intervalMillis;
        return start + IndexHash.below(intervalMillis, index(number), 81);
    }

    private record CallsAt(CallSchedule schedule, Instant time, int newest) implements ListedCalls {
        @Override
        public int places() {
            return newest - schedule.first + 1;
        }

        @Override
        public Optional<SandboxCall> at(int place) {
            int number = newest - place;
            Instant created = Instant.ofEpochMilli(schedule.createdMillis(number));
            return new CallLife(schedule.index(number), created).at(time);
        }

        @Override
        public UUID id(int place) {
            return SandboxIds.call(schedule.index(newest - place));
        }

        @Override
        public long createdMillis(int place) {
            return schedule.createdMillis(newest - place);
        }

        @Override
        public OptionalInt placeOf(UUID id) {
            OptionalInt index = SandboxIds.indexOf(id);
            int place = newest - (schedule.indexOfZero - index.orElse(0));
            return index.isPresent() && place >= 0 && place < places() ? OptionalInt.of(place) : OptionalInt.empty();
        }

        @Override
        public boolean isWhole() {
            return false;
        }
    }
}
