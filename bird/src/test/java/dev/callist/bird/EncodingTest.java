package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** J32 and its kin: harmless ways to say how a body is written. */
class EncodingTest {
    private static final String PAGE = Bench.page("{\"id\":\"é\"}");

    @Test
    void readsABodyWhoseEncodingIsIdentity() {
        try (Bench bench = new Bench()) {
            bench.server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Encoding", "identity")
                    .body(PAGE)
                    .build());
            assertThat(bench.fetch().calls()).hasSize(1);
        }
    }

    @Test
    void readsADeclaredCharacterSetWithAByteOrderMark() {
        try (Bench bench = new Bench()) {
            bench.server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", "application/json; charset=utf-16le")
                    .body(new Buffer().writeString("\uFEFF" + PAGE, StandardCharsets.UTF_16LE))
                    .build());
            assertThat(bench.fetch().calls()).hasSize(1);
        }
    }
}
