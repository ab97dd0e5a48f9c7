package dev.callist.internal.walk.source;

import dev.callist.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time window of a list that is split by time: the calls created from one instant to before another. The bounds of
 * windows are whole seconds, so that a server that ignores fractions leaves out no call. Windows follow one another
 * from new to old: {@code left} of the same length, then one without a start. Immutable.
 *
 * <p>A server may select by a time other than creation, such as the start of the call. A window then also asks for
 * calls up to {@code slack} after its end, and leaves calls that were created outside it to other windows. A call whose
 * two times lie further apart than that belongs to the window that contains its server time.
 *
 * @param from the earliest creation, inclusive; absent in the last window
 * @param before the end, exclusive; {@link Instant#MAX} for no end
 * @param until the latest server time to ask for; absent for no end
 * @param span the length of the windows that follow
 * @param left how many windows with a start remain, including this one
 * @param slack how much later than the creation the server time of a call may be
 */
public record TimeWindow(
        Optional<Instant> from, Instant before, Optional<Instant> until, Duration span, int left, Duration slack) {
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** A window with a start, of the same length as all that follow. */
    static TimeWindow slice(Instant before, Duration span, int left, Duration slack) {
        return new TimeWindow(
                Optional.of(before.minus(span)), before, Optional.of(before.plus(slack)), span, left, slack);
    }

    /**
     * A window without a start: all that is older. The windows that it is split into have this length; zero for none.
     */
    static TimeWindow rest(Instant before, Duration span, Duration slack) {
        return new TimeWindow(Optional.empty(), before, Optional.of(before.plus(slack)), span, 0, slack);
    }

    /**
     * All that is newer than the first window.
     *
     * @param whole the window that they all are part of; absent for the whole list
     */
    static TimeWindow above(Instant end, Optional<TimeWindow> whole, Duration span, int left, Duration slack) {
        Instant before = whole.map(TimeWindow::before).orElse(Instant.MAX);
        Optional<Instant> until = whole.flatMap(TimeWindow::until).map(last -> before.plus(slack));
        return new TimeWindow(Optional.of(end), before, until, span, left, slack);
    }

    /** Whether the window has no start, so that a whole page that is too old shows its end. */
    public boolean isRest() {
        return from.isEmpty();
    }

    /**
     * Whether a call that the server gave for this window belongs to it. A call without a server time may belong to
     * any.
     */
    public boolean holds(Call call, Optional<Instant> serverTime) {
        if (serverTime.isEmpty()) {
            return true;
        }
        boolean isUsual = call.createdAt().isPresent() && !isDelayed(call, serverTime);
        return isUsual
                ? isInside(call.createdAt().get(), Optional.of(before))
                : isInside(serverTime.get(), until.map(end -> end.minus(slack)));
    }

    /** Whether the two times of a call lie further apart than the slack, so that it is listed by its server time. */
    public boolean isDelayed(Call call, Optional<Instant> serverTime) {
        if (call.createdAt().isEmpty() || serverTime.isEmpty()) {
            return false;
        }
        Duration delay = Duration.between(call.createdAt().get(), serverTime.get());
        return delay.isNegative() || delay.compareTo(slack) > 0;
    }

    /** Whether a call lies outside of what was asked for: such a server would have every window read the whole list. */
    public boolean isStray(Optional<Instant> serverTime) {
        boolean isEarly = from.isPresent()
                && serverTime
                        .filter(at -> at.isBefore(from.get().minus(TOLERANCE)))
                        .isPresent();
        boolean isLate = until.isPresent()
                && serverTime
                        .filter(at -> at.isAfter(until.get().plus(TOLERANCE)))
                        .isPresent();
        return isEarly || isLate;
    }

    private boolean isInside(Instant at, Optional<Instant> end) {
        return from.filter(at::isBefore).isEmpty()
                && end.filter(last -> !at.isBefore(last)).isEmpty();
    }
}
