package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.RejectedRow;
import dev.callist.testkit.Fault;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rawhttp.FramedResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Odd responses whose meaning is plain: harmless headers and encodings, and broken bodies whose status says enough. */
public interface ResponseRules extends ProviderUnderTest {
    /** Values of Retry-After that mean nothing. */
    List<String> JUNK = List.of("später", "5\u0000", "\u00015");

    @Test
    default void readsABodyWhoseEncodingIsIdentity() {
        try (ContractFixture fixture = fixture(5)) {
            fixture.sandbox().always(Fault.none().withHeader("Content-Encoding", "identity"));
            assertThat(ids(fixture.lister().list(CallQuery.all()))).isEqualTo(ids(fixture.sandbox(), 0, 5));
        }
    }

    @Test
    default void readsGzipHoweverItIsDeclared() {
        for (String coding : new String[] {"gzip", "x-gzip", "identity, GZIP", "", "identity"}) {
            try (ContractFixture fixture = fixture(5)) {
                fixture.sandbox().always(RigFaults.of("gzip as " + coding, exchange -> {
                    byte[] page = exchange.protocol()
                            .respond(exchange.request(), exchange.twist())
                            .body()
                            .toByteArray();
                    return new MockResponse.Builder()
                            .setHeader("Content-Encoding", coding)
                            .body(new Buffer().write(FramedResponse.zipped(page)));
                }));
                assertThat(ids(fixture.lister().list(CallQuery.all())))
                        .as(coding)
                        .isEqualTo(ids(fixture.sandbox(), 0, 5));
            }
        }
    }

    @Test
    default void readsADeclaredCharacterSetWithAByteOrderMark() {
        try (ContractFixture fixture = fixture(5)) {
            fixture.sandbox().always(RigFaults.of("UTF-16", exchange -> {
                String page = exchange.protocol()
                        .respond(exchange.request(), exchange.twist())
                        .body()
                        .utf8();
                return new MockResponse.Builder()
                        .setHeader("Content-Type", "application/json; charset=utf-16le")
                        .body(new Buffer().writeString("\uFEFF" + page, StandardCharsets.UTF_16LE));
            }));
            assertThat(ids(fixture.lister().list(CallQuery.all()))).isEqualTo(ids(fixture.sandbox(), 0, 5));
        }
    }

    /** Only texts that are mapped are limited in length. */
    @Test
    default void skipsALongTextInAnUnknownField() {
        try (ContractFixture fixture = fixture(3)) {
            fixture.sandbox().always(RigFaults.edited(page -> page.row(1).put("transcript", "y".repeat(3_000_000))));
            assertThat(fixture.lister().fetch(CallQuery.all(), Cursor.FIRST).calls())
                    .hasSize(3);
        }
    }

    @Test
    default void readsAGoodResponseWithAnyRetryAfter() {
        for (String junk : JUNK) {
            try (ContractFixture fixture = fixture(5)) {
                fixture.sandbox().always(Fault.none().withHeader("Retry-After", junk));
                assertThat(fixture.lister().fetch(CallQuery.all(), Cursor.FIRST).calls())
                        .hasSize(5);
            }
        }
    }

    @Test
    default void staysRateLimitedWithAnyRetryAfter() {
        try (ContractFixture fixture = fixture(5)) {
            fixture.sandbox().always(Fault.status(429).withHeader("Retry-After", JUNK.get(0)));
            assertThat(failure(fixture.lister().list(CallQuery.all())).kind()).isEqualTo(Kind.RATE_LIMITED);
        }
    }

    /** The status is known once the headers have arrived; a broken body changes nothing about it. */
    @Test
    default void believesA401WhoseBodyIsNotTheGzipItClaims() {
        try (ContractFixture fixture = fixture(5)) {
            fixture.sandbox().always(Fault.status(401, "denied", "text/plain").withHeader("Content-Encoding", "gzip"));
            assertThat(failure(fixture.lister().list(CallQuery.all())).kind()).isEqualTo(Kind.AUTHENTICATION);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(1);
        }
    }

    @Test
    default void waitsAsLongAsA429AsksAlthoughItsBodyIsCut() {
        ManualTime time = ProviderUnderTest.stoppedTime();
        try (ContractFixture fixture =
                fixture(5, ContractFixture.quick().time(time).random(() -> 0).build())) {
            fixture.sandbox().on(1, RigFaults.of("cut 429", exchange -> exchange.error(429)
                    .setHeader("Retry-After", "30")
                    .onResponseBody(new SocketEffect.CloseSocket())));
            fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
            assertThat(time.slept()).containsExactly(Duration.ofSeconds(30));
        }
    }

    @Test
    default void leaksNoConnectionOfAResponseWithANegativeLength() {
        ConnectionPool pool = new ConnectionPool();
        OkHttpClient own = new OkHttpClient.Builder().connectionPool(pool).build();
        ResourceWatch left = new ResourceWatch(own);
        try (ContractFixture fixture = fixture(
                5, ContractFixture.quick().httpClient(own).maxAttempts(1).build())) {
            fixture.sandbox().always(RigFaults.of("negative length", exchange -> exchange.correctResponse()
                    .setHeader("Content-Length", "-5")));
            for (int i = 0; i < 5; i++) {
                assertThat(failure(fixture.lister().list(CallQuery.all()))).isNotNull();
            }
            left.awaitRest();
            assertThat(pool.connectionCount()).isEqualTo(pool.idleConnectionCount());
        }
    }

    @Test
    default void reportsARejectedRowWithItsRawText() {
        for (String row : List.of(
                "\"text\"", "\"t\\u00e9xt é \\\" end\"", "\"\"", "12", "true", "null", "[1, [2]]", "{\"x\": \"é\"}")) {
            String inserted = Matcher.quoteReplacement("[ " + row + " , {");
            PageRules.Heard listener = new PageRules.Heard();
            try (ContractFixture fixture =
                    fixture(3, ContractFixture.quick().listener(listener).build())) {
                fixture.sandbox().on(1, Fault.rewritten(text -> text.replaceFirst("\\[\\s*\\{", inserted)));
                assertThat(fixture.lister().list(CallQuery.all())).hasSize(3);
            }
            assertThat(listener.rejected).extracting(RejectedRow::rawJson).containsExactly(row);
        }
    }
}
