package dev.callist.provider;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a provider says of the rows on a page.
 *
 * @param rows the rows that it gave
 * @param total how many rows it says the list has: a hint, which may be wrong or change
 * @param more whether it says that more rows follow; absent where it has no sign for that
 */
public record GivenRows(RowRange rows, OptionalLong total, Optional<Boolean> more) {
    /** A page of an API that says nothing of the rows it gave but perhaps how many there are. */
    public static GivenRows asAsked(RowRange asked, OptionalLong total) {
        return new GivenRows(asked, total, Optional.empty());
    }
}
