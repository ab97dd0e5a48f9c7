package dev.callist.internal.http.connection;

import java.net.ProtocolException;

/** A kept connection had bytes on it before the request; they cannot be the response to it. */
final class LeftoverBytesException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    LeftoverBytesException() {
        super("bytes were left on the connection");
    }
}
