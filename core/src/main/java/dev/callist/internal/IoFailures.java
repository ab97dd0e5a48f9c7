package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import okhttp3.HttpUrl;

/** What an exception on the way to the server means: the one table from exceptions to kinds. */
final class IoFailures {
    private IoFailures() {}

    /**
     * Names a failure.
     *
     * @param answered whether the server had begun to answer
     */
    static AttemptFailed of(String provider, HttpUrl url, Exception met, boolean answered) {
        Kind kind = kind(met, answered);
        String detail =
                switch (kind) {
                    case TLS -> "no acceptable TLS connection to " + url.host();
                    case TIMEOUT -> "no complete answer from " + url.host() + " in time";
                    case BAD_RESPONSE -> "no valid HTTP from " + url.host();
                    default -> "the connection to " + url.host() + (answered ? " broke" : " failed");
                };
        return new AttemptFailed(
                CallListException.of(kind, provider)
                        .detail(detail + " (" + met.getClass().getSimpleName() + ")"),
                kind == Kind.TIMEOUT || kind == Kind.NETWORK,
                met);
    }

    private static Kind kind(Exception met, boolean answered) {
        if (met instanceof SSLHandshakeException
                || met instanceof SSLPeerUnverifiedException
                || met instanceof SSLProtocolException
                || met.getCause() instanceof CertificateException) {
            return Kind.TLS;
        }
        if (met instanceof InterruptedIOException) {
            return Kind.TIMEOUT;
        }
        return met instanceof ProtocolException && !answered ? Kind.BAD_RESPONSE : Kind.NETWORK;
    }
}
