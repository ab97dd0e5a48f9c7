package dev.callist.twilio;

import static dev.callist.twilio.FakeTwilio.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import dev.callist.ProviderFilters;
import dev.callist.testkit.laml.LamlRequestsContract;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TwilioRequestsTest extends LamlRequestsContract {
    TwilioRequestsTest() {
        super(new FakeTwilio());
    }

    @Override
    protected ProviderFilters queued() {
        return TwilioFilters.builder().status("queued").build();
    }

    @Override
    protected String outbound() {
        return "trunking-terminating";
    }

    @Override
    protected String duration(int seconds) {
        return "\"" + seconds + "\"";
    }

    @Override
    protected String plannedPath() {
        return "/2010-04-01/Accounts/{accountSid}/Calls.json";
    }

    @Test
    void presentsAccountAndTokenAsBasic() {
        server.page("", "null").list();

        String pair = Base64.getEncoder().encodeToString("AC1:secret1".getBytes(StandardCharsets.UTF_8));
        assertThat(server.header("Authorization")).isEqualTo("Basic " + pair);
    }

    @Test
    void presentsAnApiKeyForTheAccountInThePath() {
        try (TwilioCalls calls = TwilioCalls.create(TwilioConfig.builder()
                .accountSid("AC1")
                .username("SK1")
                .authToken("secret2")
                .baseUrl(server.baseUrl())
                .build())) {
            server.page("", "null");
            assertThat(calls.list(CallQuery.all())).isEmpty();
        }

        String pair = Base64.getEncoder().encodeToString("SK1:secret2".getBytes(StandardCharsets.UTF_8));
        assertThat(server.header("Authorization")).isEqualTo("Basic " + pair);
    }

    @Test
    void sendsEveryDocumentedParameterEncoded() {
        TwilioFilters filters = TwilioFilters.builder()
                .to("sip:desk1@pbx.example.com")
                .from("+13105550100")
                .parentCallSid("CA0")
                .status(TwilioFilters.STATUS_QUEUED)
                .startTime(LocalDate.parse("2018-09-19"))
                .startTimeBefore(FROM.plusSeconds(1))
                .startTimeAfter(FROM.plusMillis(2999))
                .endTime(LocalDate.parse("2018-09-20"))
                .endTimeBefore(FROM.plusSeconds(4))
                .endTimeAfter(FROM.plusSeconds(5))
                .build();

        String time = "=2018-09-19T20%3A00%3A0";
        assertThat(sent(CallQuery.builder().addProviderFilters(filters).build()))
                .isEqualTo(PATH + "?PageSize=1000&To=sip%3Adesk1%40pbx.example.com&From=%2B13105550100"
                        + "&ParentCallSid=CA0&Status=queued&StartTime=2018-09-19&StartTime%3C" + time
                        + "1Z&StartTime%3E"
                        + time + "2Z&EndTime=2018-09-20&EndTime%3C" + time + "4Z&EndTime%3E" + time + "5Z");
        assertThat(filters.toString()).contains("StartTime<").doesNotContain("+1310");
    }
}
