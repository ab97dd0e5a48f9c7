package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Fixes the upper end of a walk's window when the walk begins, for lists whose rows shift while calls arrive. The time is the
 * server's, from its first response. Not thread-safe.
 */
final class FrozenWindow {
    /** How wrong the local clock may be: more than the error of a machine that is set to another zone. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private final boolean isNeeded;
    private final TimeSource time;
    private Optional<Instant> bound;
    private boolean isGuessed;

    /**
     * A window that is open until the first page arrives.
     *
     * @param isNeeded whether the rows of the list shift
     * @param bound the end that an earlier walk has frozen
     * @param time the clock to use if the server does not send its time
     */
    FrozenWindow(boolean isNeeded, Optional<Instant> bound, TimeSource time) {
        this.isNeeded = isNeeded;
        this.bound = bound;
        this.time = time;
    }

    /** The end of the window, exclusive; absent before the first response, and if rows do not shift. */
    Optional<Instant> bound() {
        return bound;
    }

    /** Whether the end is not known yet, because no response has arrived. */
    boolean isOpen() {
        return isNeeded && bound.isEmpty();
    }

    /**
     * Takes the end from the first response: the end of the second that the server names, or a day after the local time if
     * it names none. No call of that response is later, even if the clocks differ.
     */
    void arrived(CallPage page) {
        if (isOpen()) {
            isGuessed = page.servedAt().isEmpty();
            Instant moment = page.servedAt().orElseGet(() -> time.now().plus(CLOCK_TOLERANCE));
            Instant newest = page.calls().stream()
                    .flatMap(call -> call.createdAt().stream())
                    .reduce(moment, (one, other) -> one.isAfter(other) ? one : other);
            bound = Optional.of(newest.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        }
    }

    /** Whether the server did not send its time, so that calls after the bound may have been in the list from the start. */
    boolean isGuessed() {
        return isGuessed;
    }

    /** Whether a call has arrived since the walk began. */
    boolean isAfter(Call call) {
        return bound.isPresent()
                && call.createdAt().isPresent()
                && !call.createdAt().get().isBefore(bound.get());
    }

    /** Moves the end of the window back when the list is read again from its last call on. */
    void moveTo(Instant end) {
        bound = bound.filter(earlier -> earlier.isBefore(end)).or(() -> Optional.of(end));
    }

    /** The query for the following pages. */
    CallQuery applied(CallQuery query) {
        return bound.filter(end -> ends(end, query))
                .map(end -> query.toBuilder().createdBefore(end).build())
                .orElse(query);
    }

    private static boolean ends(Instant end, CallQuery query) {
        return query.createdBefore().filter(before -> !end.isBefore(before)).isEmpty()
                && query.createdFrom().filter(from -> !from.isBefore(end)).isEmpty();
    }
}
