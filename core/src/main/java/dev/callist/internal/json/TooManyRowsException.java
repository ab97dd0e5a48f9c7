package dev.callist.internal.json;

import java.io.IOException;

/** The list of a page has more rows than its reader accepts. */
public final class TooManyRowsException extends IOException {
    private static final long serialVersionUID = 1L;
}
