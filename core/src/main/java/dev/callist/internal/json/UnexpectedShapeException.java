package dev.callist.internal.json;

import java.io.IOException;

/** The response is JSON, but not of the expected form. */
public final class UnexpectedShapeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    public UnexpectedShapeException(String detail) {
        super(detail);
        this.detail = detail;
    }

    /** What is wrong, in fixed words. */
    public String detail() {
        return detail;
    }
}
