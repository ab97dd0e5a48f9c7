package dev.callist.provider.paging;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a response says about the rows of its page.
 *
 * @param rows the rows that the page contains
 * @param total the number of rows in the list: a hint that may be wrong or change
 * @param more whether more rows follow; absent if the API does not say
 */
public record RowCounts(RowRange rows, OptionalLong total, Optional<Boolean> more) {
    /** A page of an API that reports at most the total number of rows. */
    public static RowCounts asAsked(RowRange asked, OptionalLong total) {
        return new RowCounts(asked, total, Optional.empty());
    }
}
