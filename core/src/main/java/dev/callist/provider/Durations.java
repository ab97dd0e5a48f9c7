package dev.callist.provider;

import dev.callist.CallBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Converts a provider's counts of seconds or milliseconds to durations. */
public final class Durations {
    private static final Duration MOST = Duration.ofSeconds(Integer.MAX_VALUE);

    private Durations() {}

    /**
     * The duration of a number of seconds, from 0 to 2,147,483,647 (about 68 years); absent for null and for any other number.
     *
     * @param field the name that is added to the call's problems when the number is out of bounds
     * @param call the call that the duration belongs to
     */
    public static Optional<Duration> seconds(@Nullable Long seconds, String field, CallBuilder call) {
        return counted(seconds, MOST.toSeconds(), Duration::ofSeconds, field, call);
    }

    /**
     * The duration of a number of milliseconds, from 0 to about 68 years; absent for null and for any other number.
     *
     * @param field the name that is added to the call's problems when the number is out of bounds
     * @param call the call that the duration belongs to
     */
    public static Optional<Duration> millis(@Nullable Long millis, String field, CallBuilder call) {
        return counted(millis, MOST.toMillis(), Duration::ofMillis, field, call);
    }

    private static Optional<Duration> counted(
            @Nullable Long count, long most, LongFunction<Duration> unit, String field, CallBuilder call) {
        if (count == null) {
            return Optional.empty();
        }
        if (count < 0 || count > most) {
            call.addProblems(field);
            return Optional.empty();
        }
        return Optional.of(unit.apply(count));
    }
}
