package dev.callist.signalwire;

import static dev.callist.signalwire.FakeSignalWire.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import dev.callist.ProviderFilters;
import dev.callist.testkit.laml.LamlRequestsContract;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignalWireRequestsTest extends LamlRequestsContract {
    SignalWireRequestsTest() {
        super(new FakeSignalWire());
    }

    @Override
    protected ProviderFilters queued() {
        return SignalWireFilters.builder().status("queued").build();
    }

    @Override
    protected String outbound() {
        return "outbound";
    }

    @Override
    protected String duration(int seconds) {
        return Integer.toString(seconds);
    }

    @Override
    protected String plannedPath() {
        return "/api/laml/2010-04-01/Accounts/{projectId}/Calls";
    }

    @Test
    void presentsProjectAndTokenAsBasic() {
        server.page("", "null").list();

        String pair = Base64.getEncoder().encodeToString("p1:PT1".getBytes(StandardCharsets.UTF_8));
        assertThat(server.header("Authorization")).isEqualTo("Basic " + pair);
    }

    @Test
    void sendsEveryDocumentedParameterEncoded() {
        SignalWireFilters filters = SignalWireFilters.builder()
                .status(SignalWireFilters.STATUS_QUEUED)
                .from("+13105550100")
                .to("sip:desk1@pbx.example.com")
                .parentCallSid("c0")
                .startTime(FROM)
                .startTimeBefore(FROM.plusSeconds(1))
                .startTimeAfter(FROM.plusMillis(2999))
                .endTime(FROM.plusSeconds(3))
                .endTimeBefore(FROM.plusSeconds(4))
                .endTimeAfter(FROM.plusSeconds(5))
                .build();

        String day = "=Wed%2C%2019%20Sep%202018%2020%3A00%3A0";
        String zone = "%20%2B0000";
        assertThat(sent(CallQuery.builder().addProviderFilters(filters).build()))
                .isEqualTo(PATH + "?PageSize=1000&Status=queued&From=%2B13105550100&To=sip%3Adesk1%40pbx.example.com"
                        + "&ParentCallSid=c0&StartTime" + day + "0" + zone + "&StartTime%3C" + day + "1" + zone
                        + "&StartTime%3E" + day + "2" + zone + "&EndTime" + day + "3" + zone + "&EndTime%3C" + day + "4"
                        + zone + "&EndTime%3E" + day + "5" + zone);
        assertThat(filters.toString()).contains("StartTime<").doesNotContain("+1310");
    }
}
