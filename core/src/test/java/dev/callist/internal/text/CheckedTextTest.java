package dev.callist.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedTextTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 100, 100_000})
    void readsBackTheBytesThatItWasMadeFrom(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);

        String text = CheckedText.of(bytes);

        assertThat(text).matches("callist2-[A-Za-z0-9_-]+");
        assertThat(CheckedText.isOfThisVersion(text)).isTrue();
        assertThat(CheckedText.bytes(text)).isEqualTo(bytes);
    }

    /** The last character of a text in Base64 has bits to spare, which must not be changed either. */
    @Test
    void noticesEveryCharacterThatWasCutOrChanged() {
        for (int length = 0; length < 4; length++) {
            String text = CheckedText.of(new byte[length]);
            for (int i = 0; i < text.length(); i++) {
                refuses(text.substring(0, i));
                for (char other : new char[] {'A', 'B', '_', '9', ' ', '='}) {
                    if (text.charAt(i) != other) {
                        refuses(text.substring(0, i) + other + text.substring(i + 1));
                    }
                }
            }
            refuses(text + "A");
            refuses(text + "=");
        }
    }

    @Test
    void readsNoTextOfAnotherVersionOrAnyLength() {
        assertThat(CheckedText.isOfThisVersion("callist1-AAAA")).isFalse();
        assertThat(CheckedText.isOfThisVersion("callist2-" + "A".repeat(10_000_000)))
                .isFalse();
        refuses("callist1-AAAA");
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> CheckedText.bytes(text)).isInstanceOf(IOException.class);
    }
}
