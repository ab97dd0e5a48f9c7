package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** S16, H28: what a provider's error code lets through. */
class ErrorCodeTextTest {
    @Test
    void showsNoNumberWithMarksBetweenItsDigits() {
        assertThat(textOf("415-555-2671")).doesNotContain("555-2671");
    }

    @Test
    void showsNoKeyInBase64() {
        String echo = Base64.getEncoder().withoutPadding().encodeToString(Bench.KEY.getBytes(StandardCharsets.UTF_8));
        assertThat(textOf(echo)).doesNotContain(echo);
    }

    private static String textOf(String code) {
        try (Bench bench = new Bench()) {
            bench.server.enqueue(
                    Bench.json(422, "{\"details\":{\"code\":\"" + code + "\"}}").build());
            return bench.failure().toString();
        }
    }
}
