package dev.callist.internal.walk.source;

import dev.callist.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time window of a list that is split by time: the calls created from one instant to before another, in whole milliseconds.
 * Windows follow one another from new to old: {@code left} of the same length, then one without a start. Immutable.
 *
 * <p>A server may select by a time other than creation, such as the start of the call. A window then also asks for calls up to
 * {@code slack} after its end, and leaves calls that were created outside it to other windows. A call whose two
 * times lie further apart than that belongs to the window that contains its server time.
 *
 * @param from the earliest creation, inclusive; absent in the last window
 * @param before the end, exclusive
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

    /** A window without a start: all that is older. The windows that it is split into have this length; zero for none. */
    static TimeWindow rest(Instant before, Duration span, Duration slack) {
        return new TimeWindow(Optional.empty(), before, Optional.of(before.plus(slack)), span, 0, slack);
    }

    /** What the server selects above the first window: calls that belong there by their server time only. */
    static TimeWindow above(Instant end, Optional<Instant> until, Duration span, int left, Duration slack) {
        return new TimeWindow(Optional.of(end), end, until, span, left, slack);
    }

    /** Whether the window has no start, so that a whole page that is too old shows its end. */
    public boolean isRest() {
        return from.isEmpty();
    }

    /** Whether a call that the server gave for this window belongs to it. */
    public boolean holds(Call call, Optional<Instant> serverTime) {
        Optional<Instant> created = call.createdAt();
        if (created.isEmpty() || serverTime.isEmpty()) {
            return true;
        }
        Duration delay = Duration.between(created.get(), serverTime.get());
        boolean isUsual = !delay.isNegative() && delay.compareTo(slack) <= 0;
        return isUsual
                ? isInside(created.get(), Optional.of(before))
                : isInside(serverTime.get(), until.map(end -> end.minus(slack)));
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
