package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HangupTest {
    @ParameterizedTest
    @ValueSource(strings = {"912345678", "912 345 678", "5550163", "(91) 234-56.78", "+351912345678"})
    void masksAWordThatMayBeANumber(String word) {
        Hangup hangup = Hangup.builder().cause(word).source(word).sipCode("487").build();

        assertThat(hangup).hasToString("Hangup[cause ****, source ****, sipCode 487]");
    }
}
