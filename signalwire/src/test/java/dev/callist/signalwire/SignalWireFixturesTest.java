package dev.callist.signalwire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException.Kind;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SignalWire's own example, numbers replaced, as a neutral call. */
class SignalWireFixturesTest {
    private static final String SID = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    private static final String EXAMPLE = fixture("list-schema-example.json");
    private static final String ONLY_PAGE = EXAMPLE.replace("\"next_page_uri\": \"string\"", "\"next_page_uri\": null");

    private final FakeSignalWire server = new FakeSignalWire();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsEveryNeutralFieldOfACall() {
        server.answers(200, ONLY_PAGE);

        assertThat(server.list())
                .containsExactly(Call.builder()
                        .provider("signalwire")
                        .id(SID)
                        .account(SID)
                        .parentId(SID)
                        .direction(CallDirection.INBOUND)
                        .providerDirection("inbound")
                        .status(CallStatus.QUEUED)
                        .providerStatus("queued")
                        .from(CallParty.of("+13105550101"))
                        .to(CallParty.of("+13105550102"))
                        .createdAt(Instant.parse("2018-09-19T20:00:00Z"))
                        .startedAt(Instant.parse("2018-09-19T20:00:01Z"))
                        .endedAt(Instant.parse("2018-09-21T10:00:00Z"))
                        .updatedAt(Instant.parse("2018-09-19T21:00:00Z"))
                        .duration(Duration.ofSeconds(20))
                        .answeredBy(AnsweredBy.MACHINE)
                        .price(new Money(new BigDecimal("0.003"), "USD"))
                        .build());
    }

    @Test
    void keepsEveryNativeFieldOfACall() {
        Call call = server.answers(200, ONLY_PAGE).list().get(0);
        SignalWireCall wire = call.as(SignalWireCall.class).orElseThrow();

        assertThat(wire.sid()).isEqualTo(SID);
        assertThat(wire.accountSid()).isEqualTo(SID);
        assertThat(wire.annotation()).isEqualTo("string");
        assertThat(wire.answeredBy()).isEqualTo("machine");
        assertThat(wire.apiVersion()).isEqualTo("2010-04-01T00:00:00.000Z");
        assertThat(wire.dateCreated()).isEqualTo("2018-09-19T20:00:00Z");
        assertThat(wire.dateUpdated()).isEqualTo("2018-09-19T21:00:00Z");
        assertThat(wire.direction()).isEqualTo("inbound");
        assertThat(wire.duration()).isEqualTo(Duration.ofSeconds(20));
        assertThat(wire.endTime()).isEqualTo("2018-09-21T10:00:00Z");
        assertThat(wire.forwardedFrom()).isEqualTo("+13105550100");
        assertThat(wire.from()).isEqualTo("+13105550101");
        assertThat(wire.formattedFrom()).isEqualTo("+13105550101");
        assertThat(wire.parentCallSid()).isEqualTo(SID);
        assertThat(wire.phoneNumberSid()).isEqualTo(SID);
        assertThat(wire.price()).isEqualTo("0.003");
        assertThat(wire.priceUnit()).isEqualTo("USD");
        assertThat(wire.startTime()).isEqualTo("2018-09-19T20:00:01Z");
        assertThat(wire.status()).isEqualTo("queued");
        assertThat(wire.to()).isEqualTo("+13105550102");
        assertThat(wire.formattedTo()).isEqualTo("(310) 555-0102");
        assertThat(wire.uri()).startsWith("/api/laml/2010-04-01/Accounts/").endsWith("pa.json");
        assertThat(Objects.requireNonNull(wire.subresourceUris()).notifications())
                .endsWith("/Notifications.json");
        assertThat(wire.subresourceUris().recordings()).endsWith("/Recordings.json");
        assertThat(call.rawJson().orElseThrow())
                .startsWith("{\n      \"account_sid\": \"" + SID + "\"")
                .endsWith("pa.json\"\n    }");
    }

    @Test
    void refusesTheExamplesPlaceholderOfALink() {
        assertThat(server.answers(200, EXAMPLE).failure().kind()).isEqualTo(Kind.FOREIGN_LINK);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void showsTheSidAndNoNumberInTexts() {
        Call call = server.answers(200, ONLY_PAGE).list().get(0);
        SignalWireCall wire = call.as(SignalWireCall.class).orElseThrow();

        assertThat(wire).hasToString("SignalWireCall[" + SID + "]");
        assertThat(wire.subresourceUris()).hasToString("SubresourceUris[****]");
        assertThat(call.toString()).contains(SID).doesNotContain("+13105550101", "+13105550102");
    }

    private static String fixture(String name) {
        try (InputStream file = SignalWireFixturesTest.class.getResourceAsStream("/fixtures/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
