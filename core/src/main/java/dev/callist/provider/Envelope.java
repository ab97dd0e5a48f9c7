package dev.callist.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider's response for a page, implemented by a record with the response's own field names, one of which is the
 * {@link Rows}. A field may also be a {@link PageToken}, text, a number or another record. Unknown fields are skipped.
 *
 * @param <R> the native record of a row
 */
public interface Envelope<R> {
    /** The list of rows; null if the response lacks it, which fails the request with BAD_RESPONSE. */
    @Nullable
    Rows<R> rows();

    /**
     * What else is missing or wrong, in fixed words without data; fails the request with BAD_RESPONSE. Absent for a
     * valid page, which is the default. Called only if {@link #rows()} is not null.
     */
    default Optional<String> flaw() {
        return Optional.empty();
    }
}
