package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A large difference between the clocks of the server and of this machine. */
class ClockDifferenceTest extends OverHttp {
    private final List<String> events = new ArrayList<>();
    private final ClientOptions listening = options()
            .listener(new ListingListener() {
                @Override
                public void clockDiffers(String provider, Duration ahead) {
                    events.add(provider + " " + ahead);
                }
            })
            .build();

    @ParameterizedTest
    @CsvSource({"PT5M1S", "PT2H", "-PT5M1S", "-PT24H"})
    void isReportedOnceForALister(Duration ahead) {
        serves(ahead);
        serves(ahead);

        try (JsonClient client = client(listening)) {
            client.page(request(), ItemPage.class);
            client.page(request(), ItemPage.class);
        }

        assertThat(events).containsExactly("test " + ahead);
    }

    @ParameterizedTest
    @CsvSource({"PT5M", "PT0S", "-PT5M"})
    void isNotReportedIfItIsSmall(Duration ahead) {
        serves(ahead);

        page(listening);

        assertThat(events).isEmpty();
    }

    @Test
    void isNotReportedIfTheServerSendsNoTime() {
        server.enqueue(new MockResponse.Builder().body(NO_ROWS).build());

        page(listening);

        assertThat(events).isEmpty();
    }

    @Test
    void isMeasuredFromTheRequestToTheResponse() {
        answer(503, "Retry-After", "60");
        serves(Duration.ofMinutes(-5));
        serves(Duration.ofMinutes(-5).plusSeconds(-1));

        page(listening);
        assertThat(events).isEmpty();
        page(listening);

        Duration waited = time.slept().get(0);
        assertThat(waited).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(events).containsExactly("test " + Duration.ofSeconds(-301).minus(waited));
    }

    private void serves(Duration ahead) {
        server.enqueue(new MockResponse.Builder()
                .setHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                StoppedTime.START.plus(ahead).atOffset(ZoneOffset.UTC)))
                .body(NO_ROWS)
                .build());
    }
}
