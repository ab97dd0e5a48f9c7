package dev.callist;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Keeps the upper end of a walk's window where it was when the walk began, for lists whose rows shift while calls arrive. The
 * moment is the server's, as its first answer tells it.
 */
final class Freeze {
    /** How wrong our own clock may be: more than a machine that is set to another zone. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private final boolean needed;
    private final TimeSource time;
    private Optional<Instant> bound;
    private boolean guessed;

    Freeze(boolean needed, Optional<Instant> bound, TimeSource time) {
        this.needed = needed;
        this.bound = bound;
        this.time = time;
    }

    /** The end of the window, exclusive; absent until the first answer, or where nothing shifts. */
    Optional<Instant> bound() {
        return bound;
    }

    /** Whether the end is yet to come, from the first answer. */
    boolean isOpen() {
        return needed && bound.isEmpty();
    }

    /**
     * Takes the moment from the first answer: the end of the second that the server names, or where it names none a day
     * after ours. No call of that answer lies after it, whatever the clocks say.
     */
    void arrived(CallPage page) {
        if (isOpen()) {
            guessed = page.servedAt().isEmpty();
            Instant moment = page.servedAt().orElseGet(() -> time.now().plus(CLOCK_TOLERANCE));
            Instant newest = page.calls().stream()
                    .flatMap(call -> call.createdAt().stream())
                    .reduce(moment, (one, other) -> one.isAfter(other) ? one : other);
            bound = Optional.of(newest.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        }
    }

    /** Whether the server has not named its time, so that calls after the bound may have stood in the list all the time. */
    boolean isGuessed() {
        return guessed;
    }

    /** Whether a call has arrived since the walk began. */
    boolean isAfter(Call call) {
        return bound.isPresent()
                && call.createdAt().isPresent()
                && !call.createdAt().get().isBefore(bound.get());
    }

    /** Moves the end of the window back, where the list starts anew from its last call on. */
    void moveTo(Instant end) {
        bound = bound.filter(earlier -> earlier.isBefore(end)).or(() -> Optional.of(end));
    }

    /** The query as pages are asked for from now on. */
    CallQuery applied(CallQuery query) {
        return bound.map(end -> ended(query, end)).orElse(query);
    }

    /** The query with this end of the window, where it has no earlier one. */
    static CallQuery ended(CallQuery query, Instant end) {
        return isEarlier(end, query) ? query.toBuilder().createdBefore(end).build() : query;
    }

    private static boolean isEarlier(Instant end, CallQuery query) {
        return query.createdBefore().filter(before -> !end.isBefore(before)).isEmpty()
                && query.createdFrom().filter(from -> !from.isBefore(end)).isEmpty();
    }
}
