package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException.Kind;
import dev.callist.internal.http.IoErrors.Stage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IoErrorsTest {
    private static final HttpUrl URL = HttpUrl.get("https://api.example.com/calls?From=%2B13105550100");

    @ParameterizedTest
    @MethodSource("failures")
    void namesWhatHappenedOnTheWay(Exception exception, Stage stage, Kind kind, boolean worthRetrying, String detail) {
        AttemptException failed = IoErrors.of("test", URL, exception, stage);

        assertThat(failed.failure().kind()).isEqualTo(kind);
        assertThat(failed.isWorthRetrying()).isEqualTo(worthRetrying);
        assertThat(failed.failure().detail()).contains(detail);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(new SSLHandshakeException("+13105550100"), Kind.TLS, "no acceptable TLS connection to"),
                failure(new SSLPeerUnverifiedException("x"), Kind.TLS, "no acceptable TLS connection to"),
                failure(new SSLProtocolException("x"), Kind.TLS, "no acceptable TLS connection to"),
                failure(new IOException(new CertificateException()), Kind.TLS, "no acceptable TLS connection to"),
                failure(new SSLException("reset"), Kind.NETWORK, "the connection to"),
                failure(new SocketTimeoutException("x"), Kind.TIMEOUT, "no complete response from"),
                failure(new InterruptedIOException("x"), Kind.TIMEOUT, "no complete response from"),
                failure(new ProtocolException("x"), Kind.BAD_RESPONSE, "no valid HTTP from"),
                failure(new ConnectException("x"), Kind.NETWORK, "the connection to"),
                failure(new IllegalStateException("x"), Kind.NETWORK, "the connection to"));
    }

    @Test
    void distinguishesABrokenConnectionFromAFailedOne() {
        String broke = "the connection to api.example.com broke";

        assertThat(IoErrors.of("test", URL, new EOFException(), Stage.ANSWERED)
                        .failure()
                        .detail())
                .contains(broke + " (EOFException)");
        assertThat(IoErrors.of("test", URL, new ProtocolException(), Stage.ANSWERED)
                        .failure()
                        .detail())
                .contains(broke + " (ProtocolException)");
    }

    private static Arguments failure(Exception exception, Kind kind, String start) {
        String end = start.startsWith("the connection") ? " failed" : kind == Kind.TIMEOUT ? " in time" : "";
        boolean worthRetrying = kind == Kind.TIMEOUT || kind == Kind.NETWORK;
        String type = " (" + exception.getClass().getSimpleName() + ")";
        return Arguments.of(exception, Stage.CONNECTED, kind, worthRetrying, start + " api.example.com" + end + type);
    }
}
