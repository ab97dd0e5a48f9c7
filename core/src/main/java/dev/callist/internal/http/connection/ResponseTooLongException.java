package dev.callist.internal.http.connection;

import java.net.ProtocolException;

/** More bytes arrived than a response may have. OkHttp does not retry after a {@link ProtocolException}. */
public final class ResponseTooLongException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    /** A response that exceeded its limit. */
    public ResponseTooLongException() {
        super("the response is too long");
    }
}
