package dev.callist.internal;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list that is split by time, with a place inside: the calls created from one instant to before another. Parts
 * follow one another from new to old, {@code left} of the same length and then one without a start. The whole list is a part
 * without either end. Instants are in whole milliseconds. Immutable.
 *
 * <p>A server may select by another time than the creation, such as the start. A part then asks for those up to
 * {@code slack} after its end too, and what was created outside of it belongs to another part; except for a call whose two
 * times lie further apart, which belongs to the part that its server's time is in.
 *
 * @param from the earliest creation, inclusive; absent in the last part
 * @param before the end, exclusive; absent in the whole list only
 * @param until the latest of the server's times to ask for; absent for no end
 * @param span the length of the parts that follow
 * @param left how many parts with a start there are, from this one on
 * @param rows rows that earlier pages of this part had
 * @param slack how much later than the creation the server's time of a call may be
 * @param inside the provider's own place within the part
 */
public record TimeSlice(
        Optional<Instant> from,
        Optional<Instant> before,
        Optional<Instant> until,
        Duration span,
        int left,
        int rows,
        Duration slack,
        Cursor inside) {
    private static final String PREFIX = "slice:";
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final TimeSlice WHOLE = new TimeSlice(
            Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO, 0, 0, Duration.ZERO, Cursor.FIRST);

    /**
     * The part that a cursor is in.
     *
     * @throws CallListException INVALID_RESUME_POINT when the cursor is none of this kind
     */
    public static TimeSlice of(String provider, Cursor cursor) {
        if (!cursor.text().startsWith(PREFIX)) {
            return WHOLE.at(cursor, 0);
        }
        try {
            String[] parts = cursor.text().substring(PREFIX.length()).split(",", 8);
            return new TimeSlice(
                    instant(parts[0]),
                    instant(parts[1]),
                    instant(parts[2]),
                    Duration.ofMillis(Long.parseLong(parts[3])),
                    Integer.parseInt(parts[4]),
                    Integer.parseInt(parts[5]),
                    Duration.ofMillis(Long.parseLong(parts[6])),
                    new Cursor(parts[7]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException | ArithmeticException e) {
            throw noneOf(provider);
        }
    }

    private static CallListException noneOf(String provider) {
        return CallListException.of(Kind.INVALID_RESUME_POINT, provider)
                .detail("the cursor is none of this lister's")
                .build()
                .asException();
    }

    /** A part with a start, of the length of all that follow. */
    static TimeSlice part(Instant before, Duration span, int left, Duration slack) {
        return new TimeSlice(
                Optional.of(before.minus(span)),
                Optional.of(before),
                Optional.of(before.plus(slack)),
                span,
                left,
                0,
                slack,
                Cursor.FIRST);
    }

    /** What the server selects above the parts of this one: the calls that belong there by the server's time only. */
    TimeSlice above(Instant end, Duration length, int parts, Duration delays) {
        return new TimeSlice(
                Optional.of(end),
                Optional.of(end),
                before.map(last -> last.plus(delays)),
                length,
                parts,
                0,
                delays,
                Cursor.FIRST);
    }

    /**
     * A query for this part only, of a server that selects by the creation.
     *
     * @throws CallListException INVALID_RESUME_POINT when the part is none of the query's list
     */
    public CallQuery within(String provider, CallQuery query) {
        Optional<Instant> start = from.or(query::createdFrom);
        Optional<Instant> end = before.filter(
                        last -> query.createdBefore().filter(last::isAfter).isEmpty())
                .or(query::createdBefore);
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            throw noneOf(provider);
        }
        return query.toBuilder().createdFrom(start).createdBefore(end).build();
    }

    /** This part and the place inside as a cursor. */
    public Cursor cursor() {
        if (isWhole() && !inside.text().startsWith(PREFIX)) {
            return inside;
        }
        return new Cursor(PREFIX + text(from) + "," + text(before) + "," + text(until) + "," + span.toMillis() + ","
                + left + "," + rows + "," + slack.toMillis() + "," + inside.text());
    }

    /** Whether a cursor is in a part with a start: what turns up there need not have been created in it. */
    public static boolean isPart(Cursor cursor) {
        return cursor.text().startsWith(PREFIX)
                && TimeSlice.of("", cursor).from().isPresent();
    }

    /** Whether this is the list as the provider gives it, not split. */
    public boolean isWhole() {
        return before.isEmpty();
    }

    /**
     * A page of this part, as the provider gave it, less what belongs to other parts, and with the place that follows.
     *
     * @param serverTime the time of a call by which the server selects
     */
    public CallPage cut(CallPage page, Function<Call, Optional<Instant>> serverTime, int pageSize) {
        if (isWhole()) {
            return page.with(page.calls(), following(page.next()));
        }
        page.calls().forEach(call -> refuseStranger(call, serverTime.apply(call)));
        int known = rows + page.calls().size();
        Optional<TimeSlice> next = page.next().map(place -> at(place, known)).or(() -> following(known, pageSize));
        List<Call> own = page.calls().stream()
                .filter(call -> isMine(call, serverTime.apply(call)))
                .toList();
        return page.with(own, next.map(TimeSlice::cursor));
    }

    /** The place in the whole list that a page leads to; absent in a part, where that takes more than the provider's place. */
    public Optional<Cursor> following(Optional<Cursor> place) {
        return isWhole() ? place.map(found -> at(found, 0).cursor()) : Optional.empty();
    }

    /** A server that does not keep to the part would have every part read the whole list. */
    private void refuseStranger(Call call, Optional<Instant> serverTime) {
        boolean isEarly = from.isPresent()
                && serverTime
                        .filter(at -> at.isBefore(from.get().minus(TOLERANCE)))
                        .isPresent();
        boolean isLate = until.isPresent()
                && serverTime
                        .filter(at -> at.isAfter(until.get().plus(TOLERANCE)))
                        .isPresent();
        if (isEarly || isLate) {
            throw CallListException.of(Kind.BAD_RESPONSE, call.provider())
                    .detail("the server gave calls outside of the time that was asked for; list with concurrency 1")
                    .build()
                    .asException();
        }
    }

    private boolean isMine(Call call, Optional<Instant> serverTime) {
        Optional<Instant> created = call.createdAt();
        if (created.isEmpty() || serverTime.isEmpty()) {
            return true;
        }
        Duration delay = Duration.between(created.get(), serverTime.get());
        boolean isFound = !delay.isNegative() && delay.compareTo(slack) <= 0;
        return isFound
                ? isInside(created.get(), before)
                : isInside(serverTime.get(), until.map(end -> end.minus(slack)));
    }

    private boolean isInside(Instant at, Optional<Instant> end) {
        return from.filter(at::isBefore).isEmpty()
                && end.filter(last -> !at.isBefore(last)).isEmpty();
    }

    private Optional<TimeSlice> following(int known, int pageSize) {
        return from.map(
                start -> left > 1 ? part(start, span, left - 1, slack) : rest(start, lengthAfter(known, pageSize)));
    }

    private Duration lengthAfter(int known, int pageSize) {
        Duration adapted = TimeSplit.adapted(span, known, pageSize);
        return adapted.isZero() ? adapted : TimeSplit.atLeast(slack, adapted);
    }

    private TimeSlice rest(Instant end, Duration length) {
        return new TimeSlice(
                Optional.empty(), Optional.of(end), Optional.of(end.plus(slack)), length, 0, 0, slack, Cursor.FIRST);
    }

    private TimeSlice at(Cursor place, int known) {
        return new TimeSlice(from, before, until, span, left, known, slack, place);
    }

    private static Optional<Instant> instant(String millis) {
        return millis.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(at -> Long.toString(at.toEpochMilli())).orElse("");
    }
}
