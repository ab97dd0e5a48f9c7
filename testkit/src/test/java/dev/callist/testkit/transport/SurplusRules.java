package dev.callist.testkit.transport;

import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.ListingReport.Completeness;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rawhttp.FramedResponse;
import dev.callist.testkit.rawhttp.SurplusServer;
import dev.callist.testkit.rawhttp.SurplusServer.Handshake;
import dev.callist.testkit.rawhttp.SurplusServer.Surplus;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes that follow a response are never taken for the response to another request, whichever lister sends it. */
@Timeout(120)
interface SurplusRules extends ProviderUnderTest {
    List<String> SURPLUS = List.of(
            "\r\n",
            "Zebedee",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"half\":",
            "HTTP/1.1 204 No Content\r\n\r\n",
            "HTTP/1.1 304 Not Modified\r\n\r\n",
            "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 408 Late\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

    @Test
    default void believesNoResponseThatWasThereBeforeItsRequest() {
        for (FramedResponse framing : FramedResponse.values()) {
            for (boolean late : new boolean[] {false, true}) {
                walksPast(framing, late, SURPLUS.get(1));
                walksPastTheListOfAnother(framing, late, "http", client -> client);
                walksPastTheListOfAnother(framing, late, "https", TestCertificates::accepting);
            }
        }
    }

    @Test
    default void walksPastSurplusBytesOfAnyKind() {
        for (String surplus : SURPLUS) {
            walksPast(FramedResponse.LENGTH, false, surplus);
            walksPast(FramedResponse.LENGTH, true, surplus);
        }
    }

    @Test
    default void keepsAConnectionWithoutSurplus() {
        try (Sandbox sandbox = sandbox(25);
                SurplusServer server = SurplusServer.start(
                        sandbox.url(), TestCertificates::accepting, FramedResponse.CHUNKED, request -> new byte[0])) {
            assertWalks(sandbox, server.url("https"), 0, server);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private void walksPast(FramedResponse framing, boolean late, String surplus) {
        try (Sandbox sandbox = sandbox(25);
                SurplusServer server = SurplusServer.start(
                        sandbox.url(),
                        client -> client,
                        framing,
                        new Unasked(late, request -> surplus.getBytes(ISO_8859_1)))) {
            assertWalks(sandbox, server.url("http"), late ? 0 : 1, server);
        }
    }

    /** The surplus is the response of another account without calls, which would end the list. */
    private void walksPastTheListOfAnother(FramedResponse framing, boolean late, String scheme, Handshake handshake) {
        try (Sandbox sandbox = sandbox(25);
                Sandbox another = sandbox(0);
                SurplusServer server = SurplusServer.start(
                        sandbox.url(), handshake, framing, new Unasked(late, new FirstResponse(another.url())))) {
            assertWalks(sandbox, server.url(scheme), late ? 0 : 1, server);
        }
    }

    /** Two listers that share a client, as those of two accounts do, walk in turn. */
    private void assertWalks(Sandbox sandbox, URI url, int readAhead, SurplusServer server) {
        ClientOptions options = ContractFixture.quick()
                .httpClient(TestCertificates.trusting().build())
                .build();
        try (CallLister one = lister(url, secret(), options);
                CallLister another = lister(url, secret(), options)) {
            List<CallIterator> walks = List.of(
                    one.list(pagesOf(10)).readAhead(readAhead).iterator(),
                    another.list(pagesOf(10)).readAhead(readAhead).iterator());
            for (int i = 0; i < 25; i++) {
                for (CallIterator walk : walks) {
                    server.awaitSurplus();
                    assertThat(walk.next().id()).isEqualTo(sandbox.id(i));
                }
            }
            assertThat(walks).allSatisfy(walk -> {
                server.awaitSurplus();
                assertThat(walk.hasNext()).isFalse();
                assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
                assertThat(walk.report().retries()).isZero();
            });
        }
    }

    /** Bytes to send after each response. */
    record Unasked(boolean isLate, Surplus bytes) implements Surplus {
        @Override
        public byte[] after(byte[] request) throws IOException {
            return bytes.after(request);
        }
    }

    /** The response of another sandbox to the first request. */
    final class FirstResponse implements Surplus {
        private final URI sandbox;
        private final AtomicReference<byte @Nullable []> first = new AtomicReference<>();

        FirstResponse(URI sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public byte[] after(byte[] request) throws IOException {
            byte[] known = first.get();
            if (known != null) {
                return known;
            }
            byte[] response = SurplusServer.response(sandbox, request);
            first.set(response);
            return response;
        }
    }
}
