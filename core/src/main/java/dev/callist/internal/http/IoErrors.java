package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.internal.http.connection.ResponseTooLongException;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;

/** Maps an I/O exception to a failure: the only table from exceptions to kinds. */
final class IoErrors {
    static final String TOO_LONG = "the response exceeds maxBodyBytes";

    private IoErrors() {}

    /** How far an attempt got. */
    enum Stage {
        /** There was no connection yet, or no tunnel through the proxy. */
        CONNECTING,
        /** The connection was made, and no response had arrived. */
        CONNECTED,
        /** The server had begun to respond. */
        ANSWERED
    }

    /** The failure of an attempt that threw an exception at a stage. */
    static AttemptException of(String provider, ServerPeer peer, Exception exception, Stage stage) {
        Kind kind = kind(exception, stage);
        return new AttemptException(
                CallListException.of(kind, provider)
                        .detail(detail(kind, peer, stage) + " ("
                                + exception.getClass().getSimpleName() + ")")
                        .pageMayBeTooLarge(
                                kind == Kind.TOO_LARGE || (kind == Kind.TIMEOUT && stage != Stage.CONNECTING)),
                kind == Kind.TIMEOUT || kind == Kind.NETWORK,
                exception);
    }

    private static String detail(Kind kind, ServerPeer peer, Stage stage) {
        String host = peer.host();
        if (kind != Kind.TLS && stage == Stage.CONNECTING && peer.proxy().isPresent()) {
            return "the proxy " + peer.proxy().get() + " did not connect to " + host;
        }
        String through =
                peer.proxy().map(proxy -> " through the proxy " + proxy).orElse("");
        return switch (kind) {
            case TLS -> "no acceptable TLS connection to " + host + through;
            case TIMEOUT -> "no complete response from " + host + through + " in time";
            case TOO_LARGE -> TOO_LONG;
            case BAD_RESPONSE -> "no valid HTTP from " + host + through;
            default -> "the connection to " + host + through + (stage == Stage.ANSWERED ? " broke" : " failed");
        };
    }

    /** The failure of an attempt over a connection whose previous response was invalid. */
    static AttemptException outOfStep(String provider, ServerPeer peer) {
        String detail = "the connection to " + peer.host() + " broke (the previous response on it was invalid)";
        return new AttemptException(CallListException.of(Kind.NETWORK, provider).detail(detail), true);
    }

    private static Kind kind(Exception exception, Stage stage) {
        if (exception instanceof ResponseTooLongException || exception.getCause() instanceof ResponseTooLongException) {
            return Kind.TOO_LARGE;
        }
        if (isRefusedByTls(exception, stage)) {
            return Kind.TLS;
        }
        if (exception instanceof InterruptedIOException) {
            return Kind.TIMEOUT;
        }
        return exception instanceof ProtocolException && stage == Stage.CONNECTED ? Kind.BAD_RESPONSE : Kind.NETWORK;
    }

    /** A handshake that was cut off counts as a broken connection, because the server may be fine. */
    private static boolean isRefusedByTls(Exception exception, Stage stage) {
        Throwable cause = exception.getCause();
        if (cause instanceof EOFException || cause instanceof SocketException) {
            return false;
        }
        return exception instanceof SSLHandshakeException
                || exception instanceof SSLPeerUnverifiedException
                || exception instanceof SSLProtocolException
                || cause instanceof CertificateException
                || (exception instanceof SSLException && cause == null && stage == Stage.CONNECTING);
    }
}
