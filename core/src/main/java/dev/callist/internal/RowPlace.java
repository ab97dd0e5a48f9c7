package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A place in a list that is counted in rows, which shift while calls arrive or vanish. It remembers the last rows received,
 * the anchors: the next page is asked for from the last of them on, so that pages overlap by one row, and goes on after it
 * wherever it stands now. Where no anchor is found {@link RowSeam} says how to go on. Immutable.
 *
 * <p>A place without anchors at a row is guessed, for a page that is asked for before the one in front of it has arrived: that
 * page begins with the row itself, which is the last one of the page in front if nothing has shifted.
 *
 * @param row the row where the last anchor stood, from 0, or should stand; -1 before there is one
 * @param from the row to ask from: the last anchor's, or where it is looked for
 * @param most rows that the server gives at once, as far as it has shown that; 0 for unknown
 * @param idle pages in a row that brought nothing new
 * @param turns how often it has gone back, so that no place comes twice
 * @param order what has been seen of the list's order
 * @param anchors the keys of the last rows received, the last one last
 */
public record RowPlace(int row, int from, int most, int idle, int turns, RowOrder order, List<String> anchors) {
    private static final RowPlace START = new RowPlace(-1, 0, 0, 0, 0, RowOrder.START, List.of());
    private static final int MOST_ANCHORS = 5;
    private static final int MOST_ROWS_ON_TOP = 8;

    /**
     * The place that a cursor stands for.
     *
     * @throws CallListException INVALID_RESUME_POINT when the cursor is not one of this kind
     */
    public static RowPlace of(String provider, Cursor cursor) {
        if (cursor.isFirst()) {
            return START;
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(cursor.text());
            String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
            String[] numbers = lines[0].split(" ", -1);
            return new RowPlace(
                    Integer.parseInt(numbers[0]),
                    Integer.parseUnsignedInt(numbers[1]),
                    Integer.parseUnsignedInt(numbers[2]),
                    Integer.parseUnsignedInt(numbers[3]),
                    Integer.parseUnsignedInt(numbers[4]),
                    RowOrder.parse(lines[1]),
                    List.of(lines).subList(2, lines.length));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw CallListException.of(Kind.INVALID_RESUME_POINT, provider)
                    .detail("the cursor is none of this lister's")
                    .build()
                    .asException();
        }
    }

    /** This place as a cursor. */
    public Cursor cursor() {
        List<String> lines = new ArrayList<>();
        lines.add(row + " " + from + " " + most + " " + idle + " " + turns);
        lines.add(order.text());
        lines.addAll(anchors);
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(text));
    }

    /** The rows to ask for in an API that takes any offset. */
    public RowWindow window(int pageSize) {
        return new RowWindow(from, isStart() ? pageSize : Math.max(2, pageSize));
    }

    /**
     * The rows to ask for in an API that counts pages: of all page sizes near the one wanted, that which reaches furthest
     * beyond the row to ask from. Where every one of them ends right there, the page is a few rows larger, or, when the server
     * gives no more, does not overlap.
     */
    public RowWindow pageWindow(int pageSize) {
        int limit = most > 0 ? Math.min(most, pageSize) : pageSize;
        if (isStart()) {
            return new RowWindow(0, limit);
        }
        RowWindow best = RowWindow.around(from, limit);
        for (int size = limit - 1; size > limit / 2; size--) {
            RowWindow window = RowWindow.around(from, size);
            best = window.end() > best.end() ? window : best;
        }
        int largest = most > 0 ? most : limit + MOST_ROWS_ON_TOP;
        for (int size = limit + 1; size <= largest && best.end() == from + 1; size++) {
            best = RowWindow.around(from, size);
        }
        return best.end() == from + 1 ? RowWindow.around(from + 1, limit) : best;
    }

    /** Whether this is a guess at where the page in front will end. */
    boolean isGuessed() {
        return anchors.isEmpty() && row >= 0;
    }

    /** A guess at the place after this one, where a page ends with a row. */
    private RowPlace guessed(int lastRow) {
        return new RowPlace(lastRow, lastRow, most, 0, turns, order.unplaced(), List.of());
    }

    /**
     * This place and guesses at those that follow, as long as each brings something new.
     *
     * @param window the rows that a place asks for
     * @param total how many rows the list is said to have
     */
    public List<Cursor> ahead(Function<RowPlace, RowWindow> window, OptionalLong total, int places) {
        List<Cursor> ahead = new ArrayList<>();
        RowPlace place = this;
        long last = total.orElse(Long.MAX_VALUE) - 1;
        while (ahead.size() < places && place.row == place.from && (ahead.isEmpty() || place.row < last)) {
            ahead.add(place.cursor());
            int lastRow = lastRow(window.apply(place));
            if (lastRow <= place.row) {
                break;
            }
            place = place.guessed(lastRow);
        }
        return ahead;
    }

    /** A guess at the place behind a page that has been asked for here, if it says that more rows follow. */
    Optional<RowPlace> behind(RowsGiven page) {
        RowPlace here =
                page.more().isPresent() && page.given().limit() < page.asked().limit()
                        ? withMost(page.given().limit())
                        : this;
        int lastRow = lastRow(page.given());
        boolean more = page.more().orElse(page.total().orElse(0) > lastRow + 1L);
        return more && lastRow > row ? Optional.of(here.guessed(lastRow)) : Optional.empty();
    }

    /** The last row of a full page. */
    private int lastRow(RowWindow window) {
        return window.start() + (most > 0 ? Math.min(window.limit(), most) : window.limit()) - 1;
    }

    /** The place after a page that brought something new, down to a row. */
    RowPlace after(List<RowMark> fresh, int lastRow, int standing) {
        List<String> known = new ArrayList<>(anchors.subList(0, standing));
        lastOf(fresh).forEach(mark -> known.add(mark.key()));
        int turned = lastRow > row ? turns : turns + 1;
        return new RowPlace(lastRow, lastRow, most, 0, turned, order.after(fresh), List.copyOf(lastOf(known)));
    }

    private static <T> List<T> lastOf(List<T> list) {
        return list.subList(Math.max(0, list.size() - MOST_ANCHORS), list.size());
    }

    /** The same place, which stands at another row now, with the row to ask from. */
    RowPlace movedTo(int now, int there) {
        return new RowPlace(now, there, most, idle + 1, turns, order, anchors);
    }

    /** The same place, with what the server has shown of how much it gives at once. */
    RowPlace withMost(int rows) {
        return new RowPlace(row, from, rows, idle, turns, order, anchors);
    }

    /** Where the anchor with this number stood in the list. */
    int rowOf(int anchor) {
        return row - (anchors.size() - 1 - anchor);
    }

    private boolean isStart() {
        return anchors.isEmpty() && from == 0;
    }
}
