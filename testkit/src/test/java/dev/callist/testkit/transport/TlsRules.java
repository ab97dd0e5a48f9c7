package dev.callist.testkit.transport;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.options.RecordingListener;
import dev.callist.testkit.privacy.ThrowableText;
import dev.callist.testkit.rawhttp.SocketServer;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HeldCertificate;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose certificate is not trusted is refused at once, and receives nothing. */
@Timeout(60)
interface TlsRules extends ProviderUnderTest {
    /** The answer of a server that speaks nothing newer than TLS 1.0: its part of that handshake. */
    ByteString HELLO_OF_TLS_1_0 =
            ByteString.decodeHex("160301002a" + "020000260301" + "0123456789abcdef".repeat(4) + "00002f00");

    /** The response of a server that does not speak the client's TLS. */
    ByteString ALERT_PROTOCOL_VERSION = ByteString.decodeHex("15030100020246");

    ByteString PLAIN_HTTP = ByteString.encodeUtf8("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

    @Test
    default void refusesAnUntrustedCertificate() {
        refuses(TestCertificates.SELF_SIGNED, new OkHttpClient());
        refuses(TestCertificates.SELF_SIGNED, TestCertificates.trusting().build());
        refuses(TestCertificates.GOOD, new OkHttpClient());
    }

    @Test
    default void refusesACertificateThatHasExpired() {
        refuses(TestCertificates.EXPIRED, TestCertificates.trusting().build());
    }

    @Test
    default void refusesTheCertificateOfAnotherHost() {
        refuses(TestCertificates.OF_ANOTHER_HOST, TestCertificates.trusting().build());
    }

    @Test
    default void refusesAServerThatDoesNotSpeakTls() {
        for (ByteString answer : List.of(HELLO_OF_TLS_1_0, ALERT_PROTOCOL_VERSION, PLAIN_HTTP)) {
            try (Sandbox sandbox = sandbox(5);
                    TlsFront front = TlsFront.of(sandbox, TestCertificates.GOOD, List.of(Protocol.HTTP_1_1))) {
                ByteArrayOutputStream sent = new ByteArrayOutputStream();
                assertRefused(front, new OkHttpClient(), sent, client -> {
                    sent.write(client.getInputStream().read());
                    client.getOutputStream().write(answer.toByteArray());
                    client.getInputStream().transferTo(sent);
                });
            }
        }
    }

    @Test
    default void walksOverTlsWithAUsersOwnTrust() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (Sandbox sandbox = sandbox(25);
                TlsFront front = TlsFront.of(sandbox, TestCertificates.GOOD, List.of(Protocol.HTTP_1_1));
                SocketServer tap = SocketServer.start(client -> SocketServer.join(client, front.port(), sent));
                CallLister lister =
                        lister(front.at(tap.port()), secret(), trusting().build())) {
            assertThat(ids(lister.list(pagesOf(10)))).isEqualTo(ids(sandbox, 0, 25));
            assertThat(sandbox.requestCount()).isGreaterThan(2);
            assertThat(front.connections()).isEqualTo(1);
        }
        assertNothingInClear(sent);
    }

    /** A broken handshake says nothing about the certificate: a restarting load balancer causes it too. */
    @Test
    default void triesAgainWhenAHandshakeBreaksOff() {
        for (boolean reset : new boolean[] {false, true}) {
            int[] handshakes = {0};
            ManualTime time = ProviderUnderTest.stoppedTime();
            try (Sandbox sandbox = sandbox(5);
                    TlsFront front = TlsFront.of(sandbox, TestCertificates.GOOD, List.of(Protocol.HTTP_1_1));
                    SocketServer tap = SocketServer.start(client -> {
                        if (handshakes[0]++ < 2) {
                            breakOff(client, reset);
                        } else {
                            SocketServer.join(client, front.port(), OutputStream.nullOutputStream());
                        }
                    });
                    CallLister lister = lister(
                            front.at(tap.port()),
                            secret(),
                            trusting().time(time).build());
                    CallIterator walk = lister.list(CallQuery.all()).iterator()) {
                walk.forEachRemaining(call -> {});
                assertThat(walk.report().calls()).isEqualTo(5);
                assertThat(walk.report().retries()).isEqualTo(2);
                assertThat(time.slept()).hasSize(2);
            }
        }
    }

    private static void breakOff(Socket client, boolean reset) throws IOException {
        assertThat(client.getInputStream().read(new byte[8192])).isPositive();
        client.setSoLinger(reset, 0);
    }

    private void refuses(HeldCertificate shown, OkHttpClient http) {
        try (Sandbox sandbox = sandbox(5);
                TlsFront front = TlsFront.of(sandbox, shown, List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))) {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            assertRefused(front, http, sent, client -> SocketServer.join(client, front.port(), sent));
            assertThat(sandbox.requestCount()).isZero();
        }
    }

    private void assertRefused(
            TlsFront front, OkHttpClient http, ByteArrayOutputStream sent, SocketServer.Service server) {
        ManualTime time = ProviderUnderTest.stoppedTime();
        RecordingListener listener = new RecordingListener();
        ClientOptions options = ClientOptions.builder()
                .time(time)
                .listener(listener)
                .httpClient(http)
                .build();
        try (SocketServer tap = SocketServer.start(server);
                CallLister lister = lister(front.at(tap.port()), secret(), options)) {
            CallListException e = failure(lister.list(CallQuery.all()));
            assertThat(e.kind()).as(ThrowableText.printed(e)).isEqualTo(Kind.TLS);
            assertThat(e.failure().attempts()).isEqualTo(1);
            assertThat(tap.connections()).isEqualTo(1);
            assertThat(time.slept()).isEmpty();
            listener.texts().add(ThrowableText.printed(e));
            assertThat(listener.texts()).allSatisfy(text -> assertThat(text).doesNotContain(secret()));
        }
        assertThat(http.connectionPool().connectionCount()).isZero();
        assertThat(sent.size()).isPositive();
        assertNothingInClear(sent);
    }

    private void assertNothingInClear(ByteArrayOutputStream sent) {
        assertThat(sent.toString(ISO_8859_1))
                .doesNotContain(secret())
                .doesNotContain("HTTP/1.1")
                .doesNotContainIgnoringCase("Authorization", "Access-Token", "X-WHIPPY-KEY");
    }

    private static ClientOptionsBuilder trusting() {
        return ContractFixture.quick().httpClient(TestCertificates.trusting().build());
    }
}
