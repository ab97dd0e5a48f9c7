package dev.callist.internal.walk.resume;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What has been seen of the order of a list by creation time. Rows without a time do not count.
 *
 * @param holds whether no row was newer than the row before it
 * @param falls whether some row was older than the row before it
 * @param newest when the newest row was created
 * @param last when the last row was created
 * @param dated how many rows had one
 */
public record ListOrder(boolean holds, boolean falls, Optional<Instant> newest, Optional<Instant> last, int dated) {
    /** Nothing seen yet. */
    public static final ListOrder START = new ListOrder(true, false, Optional.empty(), Optional.empty(), 0);

    /** How many rows an order needs before it is believed: rows of one second, or a few by chance, fit any order. */
    public static final int MIN_ROWS = 8;

    /** Whether enough rows have been seen to run newest first, and some row was older than the row before it. */
    public boolean isNewestFirst() {
        return holds && falls && dated >= MIN_ROWS;
    }

    /** This order and that of the rows after a resume, where the two need not follow one another. */
    public ListOrder and(ListOrder later) {
        return new ListOrder(
                holds && later.holds,
                falls || later.falls,
                Stream.of(newest, later.newest).flatMap(Optional::stream).max(Comparator.naturalOrder()),
                later.last.or(() -> last),
                dated + later.dated);
    }

    /** This order, where another judgement says whether it holds. */
    public ListOrder holding(boolean doesHold) {
        return new ListOrder(doesHold, falls, newest, last, dated);
    }

    /** The order after some more rows. */
    public ListOrder after(int rows, IntFunction<Optional<Instant>> createdAt) {
        boolean stillHolds = holds;
        boolean hasFallen = falls;
        int count = dated;
        Instant most = newest.orElse(null);
        Instant previous = last.orElse(null);
        for (int row = 0; row < rows; row++) {
            Instant at = createdAt.apply(row).orElse(null);
            if (at != null) {
                int rise = previous == null ? 0 : at.compareTo(previous);
                stillHolds &= rise <= 0;
                hasFallen |= rise < 0;
                most = most == null || at.isAfter(most) ? at : most;
                previous = at;
                count++;
            }
        }
        return new ListOrder(stillHolds, hasFallen, Optional.ofNullable(most), Optional.ofNullable(previous), count);
    }
}
