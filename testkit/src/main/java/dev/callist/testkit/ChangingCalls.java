package dev.callist.testkit;

import dev.callist.TimeSource;
import dev.callist.testkit.internal.calls.CallSchedule;
import dev.callist.testkit.internal.calls.ListedCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Calls that change over time, for a sandbox that imitates a real account. What is listed at a moment depends only on
 * that moment, the seed and the interval. In each interval a call arrives; it is queued, rings, may be answered, ends
 * within about two hours, and is rated within half an hour of its end. Of 20 calls, about
 *
 * <ul>
 *   <li>one is listed only 3 to 48 hours after its creation;
 *   <li>one is shown as ended only 3 to 120 hours after its creation;
 *   <li>two are corrected 3 to 48 hours after their creation: if they were answered, they become longer by at most a
 *       minute;
 *   <li>one is deleted 3 to 48 hours after its creation.
 * </ul>
 *
 * <p>Immutable.
 */
public final class ChangingCalls {
    private final CallSchedule schedule;

    private ChangingCalls(CallSchedule schedule) {
        this.schedule = schedule;
    }

    /**
     * The calls of a seed. With another start, calls that were created after both starts are the same.
     *
     * @param start no call was created earlier; not before 2020
     * @param interval from 1 second to 1 day
     * @throws IllegalArgumentException if the start or the interval is out of bounds
     */
    public static ChangingCalls of(long seed, Instant start, Duration interval) {
        return new ChangingCalls(CallSchedule.of(seed, start, interval));
    }

    /**
     * The calls that are listed at a moment, the newest first; {@link Sandbox#id} of their index is the id that is
     * listed.
     */
    public List<SandboxCall> at(Instant time) {
        return schedule.at(time).all().toList();
    }

    Supplier<ListedCalls> source(TimeSource time) {
        return () -> schedule.at(time.now());
    }

    /** The interval. */
    @Override
    public String toString() {
        return "ChangingCalls[one in " + Duration.ofMillis(schedule.intervalMillis()) + "]";
    }
}
