package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.contract.ListerUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The next page is requested before the previous one has been read, unless it may not be needed. */
@Timeout(60)
class BirdReadAheadTest extends BirdOverHttp {
    private static final int ROWS = 500;
    private static final Instant NEWEST = Instant.parse("2026-03-01T00:00:00Z");

    /** The server returns more rows than requested. */
    @ParameterizedTest
    @CsvSource({"0, 400, 1", "1, 400, 1", "3, 400, 1", "0, 1400, 3", "1, 1400, 3", "3, 1400, 3"})
    void requestsNoPageAfterTheOneThatSatisfiesTheLimit(int ahead, int limit, int requests) {
        try (BirdCalls bird = serving(true, 0)) {
            assertThat(bird.list(ListerUnderTest.pagesOf(10)).readAhead(ahead).limit(limit))
                    .hasSize(limit);
            assertThat(server.getRequestCount()).isEqualTo(requests);
        }
    }

    /** Each page is two days long, and the window five; days without calls may follow the second page. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1250, 4", "1, 0, 1250, 4", "3, 0, 1250, 4", "0, 9, 1000, 3", "1, 9, 1000, 3", "3, 9, 1000, 3"})
    void requestsNoPageAfterTheOneThatIsTooOldForTheWindow(int ahead, int gap, int calls, int requests) {
        CallQuery query = CallQuery.builder()
                .createdFrom(NEWEST.minus(Duration.ofDays(5)).plusSeconds(1))
                .build();
        try (BirdCalls bird = serving(false, gap)) {
            assertThat(bird.list(query).readAhead(ahead)).hasSize(calls);
            assertThat(server.getRequestCount()).isEqualTo(requests);
        }
    }

    private BirdCalls serving(boolean trusting, int gap) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String token = request.getUrl().queryParameter("pageToken");
                int page = token == null ? 1 : Integer.parseInt(token);
                return new MockResponse.Builder()
                        .body(page(page, page > 2 ? gap : 0))
                        .build();
            }
        });
        return BirdCalls.create(config().options(
                        ClientOptions.builder().trustServerFilters(trusting).build())
                .build());
    }

    private static String page(int number, int gap) {
        Instant newest = NEWEST.minus(Duration.ofDays(2L * (number - 1) + gap));
        String rows = IntStream.range(0, ROWS)
                .mapToObj(row -> "{\"id\":\"" + number + "-" + row + "\",\"createdAt\":\""
                        + newest.minus(Duration.ofDays(2).multipliedBy(row).dividedBy(ROWS))
                        + "\"}")
                .collect(Collectors.joining(","));
        return "{\"nextPageToken\":\"" + (number + 1) + "\",\"results\":[" + rows + "]}";
    }
}
