package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import okhttp3.HttpUrl;

/** Turns an exception on the way to the server into a failure: the one table from exceptions to kinds. */
final class IoErrors {
    private IoErrors() {}

    /** How far an attempt got. */
    enum Stage {
        /** There was no connection yet; behind a proxy, no tunnel. */
        CONNECTING,
        /** The request was on its way. */
        CONNECTED,
        /** The server had begun to respond. */
        ANSWERED
    }

    /** The failure of an attempt that threw an exception at some stage. */
    static AttemptException of(String provider, HttpUrl url, Exception met, Stage stage) {
        Kind kind = kind(met, stage);
        String detail =
                switch (kind) {
                    case TLS -> "no acceptable TLS connection to " + url.host();
                    case TIMEOUT -> "no complete answer from " + url.host() + " in time";
                    case BAD_RESPONSE -> "no valid HTTP from " + url.host();
                    default -> "the connection to " + url.host() + (stage == Stage.ANSWERED ? " broke" : " failed");
                };
        return new AttemptException(
                CallListException.of(kind, provider)
                        .detail(detail + " (" + met.getClass().getSimpleName() + ")"),
                kind == Kind.TIMEOUT || kind == Kind.NETWORK,
                met);
    }

    /** The failure of an attempt whose connection had brought an invalid response before. */
    static AttemptException outOfStep(String provider, HttpUrl url) {
        String detail = "the connection to " + url.host() + " broke (the previous response on it was invalid)";
        return new AttemptException(CallListException.of(Kind.NETWORK, provider).detail(detail), true);
    }

    private static Kind kind(Exception met, Stage stage) {
        if (isRefusedByTls(met, stage)) {
            return Kind.TLS;
        }
        if (met instanceof InterruptedIOException) {
            return Kind.TIMEOUT;
        }
        return met instanceof ProtocolException && stage == Stage.CONNECTED ? Kind.BAD_RESPONSE : Kind.NETWORK;
    }

    /** A handshake that was cut off is a broken connection: it says nothing about the server. */
    private static boolean isRefusedByTls(Exception met, Stage stage) {
        Throwable cause = met.getCause();
        if (cause instanceof EOFException || cause instanceof SocketException) {
            return false;
        }
        return met instanceof SSLHandshakeException
                || met instanceof SSLPeerUnverifiedException
                || met instanceof SSLProtocolException
                || cause instanceof CertificateException
                || (met instanceof SSLException && cause == null && stage == Stage.CONNECTING);
    }
}
