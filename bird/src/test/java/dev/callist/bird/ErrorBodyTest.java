package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import dev.callist.testkit.ManualTime;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** H2, H10: the status is known once the headers are there; a broken error body changes nothing about it. */
class ErrorBodyTest {
    @Test
    void believesA401WhoseBodyIsNotTheGzipThatItSays() {
        try (Bench bench = new Bench()) {
            for (int i = 0; i < 5; i++) {
                bench.server.enqueue(new MockResponse.Builder()
                        .code(401)
                        .setHeader("Content-Encoding", "gzip")
                        .body("denied")
                        .build());
            }
            assertThat(bench.failure().kind()).isEqualTo(Kind.AUTHENTICATION);
            assertThat(bench.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void waitsAsLongAsA429AsksAlthoughItsBodyIsCut() {
        ManualTime time = ManualTime.startingAt(Bench.T);
        try (Bench bench =
                new Bench(ClientOptions.builder().time(time).random(() -> 0).build())) {
            bench.server.enqueue(Bench.json(429, "{\"code\":\"TooManyRequests\",\"message\":\"slow down\"}")
                    .setHeader("Retry-After", "30")
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
            bench.json(Bench.page("{\"id\":\"a\"}"));
            bench.fetch();
            assertThat(time.slept()).containsExactly(Duration.ofSeconds(30));
        }
    }
}
