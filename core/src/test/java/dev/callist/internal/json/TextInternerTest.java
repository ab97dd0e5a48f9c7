package dev.callist.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextInternerTest {
    private final TextInterner texts = new TextInterner();

    @Test
    void returnsARepeatedTextAsOneObject() {
        of("completed");
        String second = of("completed");

        assertThat(of("completed")).isEqualTo("completed").isSameAs(second);
        assertThat(of("")).isEmpty();
    }

    @Test
    void keepsNoTextThatOccurredOnce() {
        String once = of("3fa85f64-5717-4562-b3fc-2c963f66afa6");

        assertThat(of("3fa85f64-5717-4562-b3fc-2c963f66afa6")).isEqualTo(once).isNotSameAs(once);
    }

    @Test
    void sharesNoLongText() {
        String text = "x".repeat(41);
        of(text);
        String second = of(text);

        assertThat(of(text)).isEqualTo(text).isNotSameAs(second);
    }

    /** Short words of few letters, so that many share a slot. */
    @Test
    void returnsEachTextItself() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            String text = Integer.toString(random.nextInt(1 << random.nextInt(1, 30)), 2 + random.nextInt(3));

            assertThat(of(text)).isEqualTo(text);
        }
    }

    private String of(String text) {
        return texts.of(("<" + text + ">").toCharArray(), 1, text.length());
    }
}
