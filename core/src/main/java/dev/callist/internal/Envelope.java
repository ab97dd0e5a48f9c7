package dev.callist.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page as a provider wraps it. */
public interface Envelope<R> {
    /** The list of rows; null when the answer has none, which makes it no page. */
    @Nullable
    Rows<R> rows();

    /** What else is missing or wrong that makes the answer no page, in fixed words. */
    default Optional<String> flaw() {
        return Optional.empty();
    }
}
