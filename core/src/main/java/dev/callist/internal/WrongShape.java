package dev.callist.internal;

import java.io.IOException;

/** The answer is JSON, but not the documented envelope. */
final class WrongShape extends IOException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    WrongShape(String detail) {
        super(detail);
        this.detail = detail;
    }

    /** What is wrong, in fixed words. */
    String detail() {
        return detail;
    }
}
