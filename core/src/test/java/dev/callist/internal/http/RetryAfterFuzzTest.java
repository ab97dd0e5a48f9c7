package dev.callist.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.callist.FuzzSeeds;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arbitrary text in the headers with which a server asks for a wait. */
class RetryAfterFuzzTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int LONGEST_HEADER = 8192;

    @TestFactory
    Stream<DynamicTest> withstandsEverySeed() {
        return FuzzSeeds.of(RetryAfterFuzzTest.class, "readsAnyWait", this::readsAnyWait);
    }

    /** The first line is Retry-After, the second Date, the third a header in milliseconds. */
    @FuzzTest(maxDuration = "10m")
    void readsAnyWait(byte[] bytes) {
        String[] lines = Arrays.copyOf(new String(bytes, UTF_8).split("\n", 3), 3);
        Response.Builder response = new Response.Builder()
                .request(new Request.Builder()
                        .url("https://calls.example.com/calls")
                        .build())
                .protocol(Protocol.HTTP_1_1)
                .code(503)
                .message("");
        String[] names = {RetryHeaderInterceptor.KEPT, "Date", "Wait-Millis"};
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] != null) {
                String sent = lines[i].replaceAll("[^ -~]", "?");
                response.header(names[i], sent.substring(0, Math.min(sent.length(), LONGEST_HEADER)));
            }
        }
        assertThat(RetryAfter.of(response.build(), NOW, "Wait-Millis").filter(Duration::isNegative))
                .isEmpty();
    }
}
