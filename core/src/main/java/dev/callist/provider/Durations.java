package dev.callist.provider;

import dev.callist.CallBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Turns counted time into durations; a count that cannot be one becomes a problem of the call. */
public final class Durations {
    private static final Duration MOST = Duration.ofSeconds(Integer.MAX_VALUE);

    private Durations() {}

    /** Whole seconds, from 0 to about 68 years; anything else is noted under the field's name. */
    public static Optional<Duration> seconds(@Nullable Long seconds, String field, CallBuilder call) {
        return counted(seconds, MOST.toSeconds(), Duration::ofSeconds, field, call);
    }

    /** Milliseconds, likewise. */
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
