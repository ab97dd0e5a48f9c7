package dev.callist.signalwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.provider.InstantFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a config, missing settings, extreme windows, echoed credentials, odd dates and odd links. */
class SettingsTest {
    private final SignalWireConfig config = SignalWireConfig.builder()
            .projectId("p1")
            .space("example")
            .apiToken("PT-secret-1")
            .build();

    @Test
    void hidesTheTokenFromAMapperThatReadsFields() throws Exception {
        JsonMapper fields = JsonMapper.builder()
                .findAndAddModules()
                .visibility(PropertyAccessor.ALL, Visibility.ANY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
        assertThat(fields.writeValueAsString(config)).doesNotContain("PT-secret-1");
    }

    @Test
    void showsTheConfigAsTheListersText() {
        try (SignalWireCalls calls = SignalWireCalls.create(config)) {
            assertThat(calls.toString()).isEqualTo("SignalWireCalls[" + config + "]");
        }
    }

    @Test
    void saysInvalidConfigWhenTheProjectIsMissing() {
        assertThat(catchThrowable(() -> SignalWireConfig.builder()
                        .space("example")
                        .apiToken("k")
                        .build()))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG));
    }

    @Test
    void takesAWindowThatIsOpenAtBothEnds() {
        try (SignalWireCalls calls = SignalWireCalls.create(config)) {
            assertThatCode(() -> calls.plan(CallQuery.createdBetween(Instant.MIN, Instant.MAX)))
                    .doesNotThrowAnyException();
            assertThatCode(() -> calls.plan(CallQuery.builder()
                            .addProviderFilters(SignalWireFilters.builder()
                                    .startTimeAfter(Instant.MIN)
                                    .startTimeBefore(Instant.MAX)
                                    .build())
                            .build()))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1", "99e1bd9e-1234-4a5b-8c6d-0123456789ab"})
    void dropsAHeaderThatIsEchoed(String project) throws Exception {
        String pair = Base64.getEncoder()
                .encodeToString((project + ":PT-secret-1").getBytes(StandardCharsets.US_ASCII))
                .replace("=", "");
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .code(401)
                    .addHeader("X-Request-Id", pair)
                    .body("{\"code\":\"" + pair + "\"}")
                    .build());
            try (SignalWireCalls calls = SignalWireCalls.create(SignalWireConfig.builder()
                    .projectId(project)
                    .apiToken("PT-secret-1")
                    .baseUrl(server.url("/").uri())
                    .build())) {
                CallListException e = catchThrowableOfType(CallListException.class, () -> calls.find("c1"));
                assertThat(e.toString()
                                + e.failure().providerCode()
                                + e.failure().requestId())
                        .doesNotContain(pair);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wed, 19 Sep 2018 20:00:00 +0000 (UTC)",
                "Wed,  19  Sep 2018 20:00:00 -0000",
                "wed, 19 sep 2018 20:00:00 gmt",
                "19 Sept 2018 20:00:00 +0000",
                "Wed, 19 September 2018 20:00:00 +0000",
                "Wed, 19 Sep 2018 20:00 +0000",
                "Wed 19 Sep 2018 20:00:00 +0000"
            })
    void readsDates(String text) {
        assertThat(InstantFormat.RFC_2822.read(text)).contains(Instant.parse("2018-09-19T20:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "x",
                "Fri, 30 Feb 2018 20:00:00 +0000",
                "1 2 3 4 5",
                "Wed, 19 Sep 2018 24:00:00 +0000",
                "Wed, 19 Sep 2018T1 20:00:00 +0000",
                "Wed, 19T10:00Z Sep 2018 20:00:00 +0000",
                "Wed, 00 Sep 2018 20:00:00 +0000"
            })
    void refusesDates(String text) {
        assertThat(InstantFormat.RFC_2822.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/laml/2010-04-01/Accounts/p1/Calls?Page=1&From=sip%3Aa@b.example",
                "/api/laml/2010-04-01/Accounts/p1/Calls?Page=1&From=x//a@b",
                "/2010-04-01/Accounts/p1/Calls.json?Page=1",
                "/api/laml/2010-04-01/Accounts/p1/Calls?Page=1&Page=2&PageToken=PA%2B1",
                "/api/laml/2010-04-01/Accounts/p1/Calls?Page=one#frag",
                "?Page=1"
            })
    void goesOn(String link) {
        try (FakeSignalWire fake = new FakeSignalWire()) {
            fake.page(FakeSignalWire.row("a", ""), "\"" + link + "\"").page(FakeSignalWire.row("b", ""), "null");
            assertThat(fake.list()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/laml/2010-04-01/Accounts/p1/Calls?Page=1",
                "/api/laml/2010-04-01/Accounts/p2/Calls?Page=1",
                "/api/laml/2010-04-01/Accounts/p1//Calls?Page=1",
                "/api/laml/api/laml/2010-04-01/Accounts/p1/Calls?Page=1",
                "/API/laml/2010-04-01/Accounts/p1/Calls?Page=1",
                "/api/laml/2010-04-01/Accounts/p1/Calls/?Page=1",
                "/api/laml/2010-04-01/Accounts/p1/Calls.json.json?Page=1",
                "/api/laml/2010-04-01/Accounts/p1/Calls%2ejson?Page=1",
                "/api/laml/2010-04-01/Accounts/p1%2fCalls?Page=1",
                "http://[::1]/api/laml/2010-04-01/Accounts/p1/Calls?Page=1",
                "http://localhost/api/laml/2010-04-01/Accounts/p1/Calls?Page=1",
                "https://localhost/api/laml/2010-04-01/Accounts/p1/Calls?Page=1",
                "ftp://localhost/api/laml/2010-04-01/Accounts/p1/Calls?Page=1",
                "null"
            })
    void refuses(String link) {
        try (FakeSignalWire fake = new FakeSignalWire()) {
            fake.page(FakeSignalWire.row("a", ""), "\"" + link + "\"").page(FakeSignalWire.row("b", ""), "null");
            assertThat(fake.failure().kind()).isEqualTo(Kind.FOREIGN_LINK);
            assertThat(fake.requestCount()).isEqualTo(1);
        }
    }
}
