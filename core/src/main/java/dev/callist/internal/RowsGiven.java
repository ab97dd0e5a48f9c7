package dev.callist.internal;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a page besides its rows.
 *
 * @param asked the rows that were asked for
 * @param given the rows that the server says it gave
 * @param total how many rows the server says the list has; a hint, it may be wrong or change
 * @param more whether the server says that more rows follow; absent where it has no sign for that
 */
public record RowsGiven(RowWindow asked, RowWindow given, OptionalLong total, Optional<Boolean> more) {
    /** A page of an API that says nothing of the rows it gave but perhaps how many there are. */
    public static RowsGiven asAsked(RowWindow asked, OptionalLong total) {
        return new RowsGiven(asked, asked, total, Optional.empty());
    }
}
