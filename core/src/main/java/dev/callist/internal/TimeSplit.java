package dev.callist.internal;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits what follows a page into parts of about one page each, by how closely the calls lie that have been seen. Calls that
 * come at random fill a part now more, now less: it is made as long as a page will nearly always hold. Immutable.
 *
 * @param floor the start of the list
 * @param pageSize rows that a page has at most
 * @param byOtherTime whether the server selects by another time than the creation, so that it may select older calls with
 *     those of the first page: their time is then asked for again
 */
public record TimeSplit(Instant floor, int pageSize, boolean byOtherTime) {
    private static final int MOST_CHANGE = 8;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    /**
     * The places of the parts that follow a page.
     *
     * @param next the place that the page gives
     * @param delays how much later than the creation the server's times of the calls may be
     */
    public List<Cursor> ahead(TimeSlice next, CallPage known, Duration delays, int places) {
        if (next.from().isPresent()) {
            return List.of();
        }
        if (!next.isWhole() && next.inside().isFirst()) {
            boolean isQuiet = next.span().isZero();
            return isQuiet ? List.of() : parts(next.before().orElseThrow(), next.span(), next.slack(), places);
        }
        boolean isFirstPage = next.isWhole() || next.rows() <= pageSize;
        boolean tells = isFalling(known.calls()) && (isFirstPage || !byOtherTime);
        return tells ? ahead(next, known.calls(), delays, places) : List.of();
    }

    private List<Cursor> ahead(TimeSlice read, List<Call> calls, Duration delays, int places) {
        Instant newest = created(calls, 0);
        Instant oldest = created(calls, calls.size() - 1);
        Duration seen = Duration.between(oldest, newest);
        Duration slack = atLeast(delays, read.slack());
        Duration span =
                atLeast(slack, clamped(seen.multipliedBy(target(pageSize)).dividedBy(calls.size() - 1L)));
        Instant end = Instant.ofEpochMilli(oldest.toEpochMilli() + 1);
        if (!byOtherTime) {
            return parts(end, span, slack, places);
        }
        List<Cursor> parts = parts(end, span, slack, places - 1);
        if (parts.isEmpty()) {
            return List.of();
        }
        List<Cursor> all = new ArrayList<>();
        all.add(read.above(end, span, parts.size() + 1, slack).cursor());
        all.addAll(parts);
        return all;
    }

    private List<Cursor> parts(Instant end, Duration span, Duration slack, int places) {
        Instant start = end;
        long room = Math.max(0, Duration.between(floor, start).toMillis() - 1) / span.toMillis();
        int count = (int) Math.min(places, room);
        List<Cursor> parts = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            parts.add(TimeSlice.part(start, span, left, slack).cursor());
            start = start.minus(span);
        }
        return parts;
    }

    private static boolean isFalling(List<Call> calls) {
        if (calls.size() < 2 || calls.stream().anyMatch(call -> call.createdAt().isEmpty())) {
            return false;
        }
        for (int i = 1; i < calls.size(); i++) {
            if (created(calls, i).isAfter(created(calls, i - 1))) {
                return false;
            }
        }
        return created(calls, calls.size() - 1).isBefore(created(calls, 0));
    }

    private static Instant created(List<Call> calls, int index) {
        return calls.get(index).createdAt().orElseThrow();
    }

    /**
     * The length of the next parts, after one of this length had so many rows. None after one that had no rows: the next
     * page then shows where the list goes on, or that it does not.
     */
    static Duration adapted(Duration span, int rows, int pageSize) {
        if (rows == 0) {
            return Duration.ZERO;
        }
        int target = target(pageSize);
        if (rows * MOST_CHANGE <= target) {
            return clamped(span.multipliedBy(MOST_CHANGE));
        }
        return clamped(
                rows >= (long) target * MOST_CHANGE
                        ? span.dividedBy(MOST_CHANGE)
                        : span.multipliedBy(target).dividedBy(rows));
    }

    /** How many rows a part should have on average, so that it has more than a page holds in one of fifteen cases. */
    private static int target(int pageSize) {
        return Math.max(1, (int) (pageSize - 1.5 * Math.sqrt(pageSize)));
    }

    /** A part is no shorter than what is read again with it, or every call would be read with many parts. */
    static Duration atLeast(Duration slack, Duration span) {
        return span.compareTo(slack) < 0 ? slack : span;
    }

    private static Duration clamped(Duration span) {
        if (span.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return span.compareTo(LONGEST) > 0 ? LONGEST : Duration.ofMillis(span.toMillis());
    }
}
