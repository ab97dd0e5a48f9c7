package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException.Kind;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5: junk in Retry-After is ignored. */
class OddRetryAfterTest {
    @ParameterizedTest
    @ValueSource(strings = {"später", "5\u0000", "\u00015"})
    void readsAGoodAnswerWhateverItsRetryAfterSays(String junk) {
        try (Bench bench = new Bench()) {
            for (int i = 0; i < 5; i++) {
                bench.server.enqueue(new MockResponse.Builder()
                        .addHeaderLenient("Retry-After", junk)
                        .body(Bench.page("{\"id\":\"a\"}"))
                        .build());
            }
            assertThat(bench.fetch().calls()).hasSize(1);
        }
    }

    @Test
    void staysRateLimited() {
        try (Bench bench = new Bench()) {
            for (int i = 0; i < 5; i++) {
                bench.server.enqueue(new MockResponse.Builder()
                        .code(429)
                        .addHeaderLenient("Retry-After", "später")
                        .build());
            }
            assertThat(bench.failure().kind()).isEqualTo(Kind.RATE_LIMITED);
        }
    }
}
