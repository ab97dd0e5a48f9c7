package dev.callist.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallDirection;
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

/** A page with every field that Twilio documents, as a neutral call and as a native record. */
class TwilioFixturesTest {
    private static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String SID = "CA00000000000000000000000000000001";
    private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT + "/Calls/" + SID;

    private final FakeTwilio server = new FakeTwilio();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsEveryNeutralFieldOfACall() {
        server.answers(200, page());

        assertThat(server.list())
                .containsExactly(Call.builder()
                        .provider("twilio")
                        .id(SID)
                        .account(ACCOUNT)
                        .parentId("CA00000000000000000000000000000002")
                        .direction(CallDirection.INBOUND)
                        .providerDirection("inbound")
                        .status(CallStatus.COMPLETED)
                        .providerStatus("completed")
                        .from(CallParty.builder()
                                .kind(CallParty.Kind.PHONE)
                                .address("+13105550101")
                                .name("FRONT DESK")
                                .build())
                        .to(CallParty.of("+13105550102"))
                        .createdAt(Instant.parse("2010-08-31T20:36:28Z"))
                        .startedAt(Instant.parse("2010-08-31T20:36:29Z"))
                        .endedAt(Instant.parse("2010-08-31T20:36:44Z"))
                        .updatedAt(Instant.parse("2010-08-31T20:36:44Z"))
                        .duration(Duration.ofSeconds(15))
                        .answeredBy(AnsweredBy.MACHINE)
                        .price(new Money(new BigDecimal("-0.03000"), "USD"))
                        .build());
    }

    @Test
    void keepsEveryNativeFieldOfACall() {
        Call call = server.answers(200, page()).list().get(0);
        TwilioCall wire = call.as(TwilioCall.class).orElseThrow();

        assertThat(wire)
                .isEqualTo(new TwilioCall(
                        SID,
                        "CA00000000000000000000000000000002",
                        ACCOUNT,
                        "+13105550102",
                        "(310) 555-0102",
                        "+13105550101",
                        "(310) 555-0101",
                        "PN00000000000000000000000000000003",
                        "completed",
                        Instant.parse("2010-08-31T20:36:29Z"),
                        Instant.parse("2010-08-31T20:36:44Z"),
                        Duration.ofSeconds(15),
                        new BigDecimal("-0.03000"),
                        "USD",
                        "inbound",
                        "machine_start",
                        "2010-04-01",
                        "+13105550103",
                        "GP00000000000000000000000000000001",
                        "FRONT DESK",
                        1000L,
                        "TK00000000000000000000000000000004",
                        PATH + ".json",
                        new TwilioCall.SubresourceUris(
                                PATH + "/Events.json",
                                PATH + "/Notifications.json",
                                PATH + "/Payments.json",
                                PATH + "/Recordings.json",
                                PATH + "/Siprec.json",
                                PATH + "/Streams.json",
                                PATH + "/Transcriptions.json",
                                PATH + "/UserDefinedMessageSubscriptions.json",
                                PATH + "/UserDefinedMessages.json"),
                        Instant.parse("2010-08-31T20:36:28Z"),
                        Instant.parse("2010-08-31T20:36:44Z"),
                        "billable"));
        assertThat(call.rawJson().orElseThrow()).contains("field_of_tomorrow");
    }

    @Test
    void showsTheSidAndNoNumberInTexts() {
        Call call = server.answers(200, page()).list().get(0);
        TwilioCall wire = call.as(TwilioCall.class).orElseThrow();

        assertThat(wire).hasToString("TwilioCall[" + SID + "]");
        assertThat(wire.subresourceUris()).hasToString("SubresourceUris[****]");
        assertThat(call.toString()).contains(SID).doesNotContain("+13105550101", "+13105550102", "FRONT DESK");
    }

    private static String page() {
        try (InputStream file = TwilioFixturesTest.class.getResourceAsStream("/fixtures/page.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
