package dev.callist.internal.walk.source;

import dev.callist.Cursor;
import java.util.Optional;

/**
 * Where a page is.
 *
 * @param window the time window that it belongs to; absent while the list is read as a whole
 * @param cursor the provider's cursor within that window or list
 */
public record PageAddress(Optional<TimeWindow> window, Cursor cursor) {
    /** The first page of the whole list. */
    public static final PageAddress FIRST = new PageAddress(Optional.empty(), Cursor.FIRST);

    /** The first page of a window. */
    public static PageAddress first(TimeWindow window) {
        return new PageAddress(Optional.of(window), Cursor.FIRST);
    }

    /** Another page of the same window or list. */
    public PageAddress at(Cursor other) {
        return new PageAddress(window, other);
    }

    /** A text that tells the address from every other of the same walk. */
    public String key() {
        return window.map(read -> read.from() + " " + read.before() + " ").orElse("") + cursor.text();
    }

    /** Whether the page begins with a row that is named by its number, so that rows may shift below it. */
    public boolean isCounted() {
        return cursor.row().isPresent();
    }

    /** Whether the page belongs to the same window or list as another. */
    public boolean isBeside(PageAddress other) {
        return window.equals(other.window);
    }
}
