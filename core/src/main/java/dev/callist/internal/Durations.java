package dev.callist.internal;

import dev.callist.CallBuilder;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns counted time into durations; a count that cannot be one becomes a problem of the call. */
public final class Durations {
    private static final long MOST_SECONDS = Integer.MAX_VALUE;

    private Durations() {}

    /** Whole seconds, from 0 to about 68 years; anything else is noted under the field's name. */
    public static Optional<Duration> seconds(@Nullable Long seconds, String field, CallBuilder call) {
        if (seconds == null) {
            return Optional.empty();
        }
        if (seconds < 0 || seconds > MOST_SECONDS) {
            call.addProblems(field);
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }
}
