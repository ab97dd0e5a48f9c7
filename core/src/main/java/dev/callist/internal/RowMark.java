package dev.callist.internal;

import dev.callist.RejectedRow;
import java.time.Instant;
import java.util.Optional;

/**
 * A row as a {@link RowPlace} knows it again.
 *
 * @param key the call's id, or a mark of the text of a row that is no call
 * @param createdAt when the call was created
 */
record RowMark(String key, Optional<Instant> createdAt) {
    static RowMark of(RejectedRow row) {
        return new RowMark("!" + Integer.toHexString(row.rawJson().hashCode()), Optional.empty());
    }

    static RowMark of(String key, Optional<Instant> createdAt) {
        return new RowMark(key.replace('\n', ' '), createdAt);
    }
}
