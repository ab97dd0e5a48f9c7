package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.MockResponse;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** L15: whatever an answer says, its connection goes back to the pool or is closed. */
class NegativeLengthTest {
    @Test
    void leaksNoConnectionOfAnAnswerWithANegativeLength() {
        ConnectionPool pool = new ConnectionPool();
        OkHttpClient own = new OkHttpClient.Builder().connectionPool(pool).build();
        try (Bench bench =
                new Bench(Bench.quick().httpClient(own).maxAttempts(1).build())) {
            for (int i = 0; i < 5; i++) {
                bench.server.enqueue(new MockResponse.Builder()
                        .body(Bench.page())
                        .setHeader("Content-Length", "-5")
                        .build());
                assertThat(bench.failure()).isNotNull();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            assertThat(pool.connectionCount()).isEqualTo(pool.idleConnectionCount());
        }
    }
}
