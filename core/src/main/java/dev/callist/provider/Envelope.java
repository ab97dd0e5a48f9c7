package dev.callist.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page as the provider wraps it: implemented by a record with the envelope's own field names, of which one is the
 * {@link Rows}. A field may also be a {@link PageToken}, text, a number or another record; other fields of the JSON are skipped.
 *
 * @param <R> the native record of a row
 */
public interface Envelope<R> {
    /** The list of rows; null when the response has none, which fails the request with BAD_RESPONSE. */
    @Nullable
    Rows<R> rows();

    /**
     * What else is missing or wrong, in fixed words without data; fails the request with BAD_RESPONSE. Absent for a valid
     * page, which is the default. It is asked only when {@link #rows()} is not null.
     */
    default Optional<String> flaw() {
        return Optional.empty();
    }
}
