package dev.callist.internal;

import org.jspecify.annotations.Nullable;

/** A page as a provider wraps it. */
public interface Envelope<R> {
    /** The list of rows; null when the answer has none, which makes it no page. */
    @Nullable
    Rows<R> rows();
}
