package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import dev.callist.ClientOptions;
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

/** Pages are asked for before the one in front of them has been read, but none that may not be needed. */
@Timeout(60)
class ReadAheadTest {
    private static final int ROWS = 500;

    /** The server gives more rows than it is asked for. */
    @ParameterizedTest
    @CsvSource({"0, 400, 1", "1, 400, 1", "3, 400, 1", "0, 1400, 3", "1, 1400, 3", "3, 1400, 3"})
    void asksForNoPageBeyondTheOneThatSatisfiesTheLimit(int ahead, int limit, int requests) {
        try (Bench bench = serving(Bench.quick().build(), 0)) {
            assertThat(Bench.ids(
                            bench.bird.list(Bench.pagesOf(10)).readAhead(ahead).limit(limit)))
                    .hasSize(limit);
            assertThat(bench.server.getRequestCount()).isEqualTo(requests);
        }
    }

    /** Each page is two days long, and the window five; days without calls may follow the second page. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1250, 4", "1, 0, 1250, 4", "3, 0, 1250, 4", "0, 9, 1000, 3", "1, 9, 1000, 3", "3, 9, 1000, 3"})
    void asksForNoPageBeyondTheOneThatIsTooOldForTheWindow(int ahead, int gap, int calls, int requests) {
        CallQuery query = CallQuery.builder()
                .createdFrom(Bench.T.minus(Duration.ofDays(5)).plusSeconds(1))
                .build();
        try (Bench bench = serving(Bench.quick().trustServerFilters(false).build(), gap)) {
            assertThat(Bench.ids(bench.bird.list(query).readAhead(ahead))).hasSize(calls);
            assertThat(bench.server.getRequestCount()).isEqualTo(requests);
        }
    }

    private static Bench serving(ClientOptions options, int gap) {
        Bench bench = new Bench(options);
        bench.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String token = request.getUrl().queryParameter("pageToken");
                int page = token == null ? 1 : Integer.parseInt(token);
                return Bench.json(200, page(page, page > 2 ? gap : 0)).build();
            }
        });
        return bench;
    }

    private static String page(int number, int gap) {
        Instant newest = Bench.T.minus(Duration.ofDays(2L * (number - 1) + gap));
        String rows = IntStream.range(0, ROWS)
                .mapToObj(row -> "{\"id\":\"" + number + "-" + row + "\",\"createdAt\":\""
                        + newest.minus(Duration.ofDays(2).multipliedBy(row).dividedBy(ROWS))
                        + "\"}")
                .collect(Collectors.joining(","));
        return "{\"nextPageToken\":\"" + (number + 1) + "\",\"results\":[" + rows + "]}";
    }
}
