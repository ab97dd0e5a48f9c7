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
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IoErrorsTest {
    private static final ServerPeer PEER = new ServerPeer("api.example.com", Optional.empty());
    private static final ServerPeer BEHIND = new ServerPeer("api.example.com", Optional.of("proxy.example.com:3128"));

    @ParameterizedTest
    @MethodSource("failures")
    void namesWhatHappenedOnTheWay(Exception exception, Stage stage, Kind kind, boolean worthRetrying, String detail) {
        AttemptException failed = IoErrors.of("test", PEER, exception, stage);

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

        assertThat(IoErrors.of("test", PEER, new EOFException(), Stage.ANSWERED)
                        .failure()
                        .detail())
                .contains(broke + " (EOFException)");
        assertThat(IoErrors.of("test", PEER, new ProtocolException(), Stage.ANSWERED)
                        .failure()
                        .detail())
                .contains(broke + " (ProtocolException)");
    }

    @Test
    void blamesTheProxyThatDoesNotConnect() {
        assertThat(detail(new IOException("x"), Stage.CONNECTING))
                .isEqualTo("the proxy proxy.example.com:3128 did not connect to api.example.com (IOException)");
        assertThat(detail(new EOFException("x"), Stage.ANSWERED))
                .isEqualTo(
                        "the connection to api.example.com through the proxy proxy.example.com:3128 broke (EOFException)");
        assertThat(detail(new SocketTimeoutException("x"), Stage.CONNECTED))
                .isEqualTo("no complete response from api.example.com through the proxy proxy.example.com:3128 in time"
                        + " (SocketTimeoutException)");
    }

    private static String detail(IOException exception, Stage stage) {
        return IoErrors.of("test", BEHIND, exception, stage).failure().detail().orElseThrow();
    }

    private static Arguments failure(Exception exception, Kind kind, String start) {
        String end = start.startsWith("the connection") ? " failed" : kind == Kind.TIMEOUT ? " in time" : "";
        boolean worthRetrying = kind == Kind.TIMEOUT || kind == Kind.NETWORK;
        String type = " (" + exception.getClass().getSimpleName() + ")";
        return Arguments.of(exception, Stage.CONNECTED, kind, worthRetrying, start + " api.example.com" + end + type);
    }
}
