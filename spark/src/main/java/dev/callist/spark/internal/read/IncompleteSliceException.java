package dev.callist.spark.internal.read;

/** A list is known to be incomplete, so its rows must not be taken for all. */
public final class IncompleteSliceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteSliceException(String message) {
        super(message);
    }
}
