package dev.callist.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.provider.ParameterReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarWordTest {
    private static final List<String> WORDS = List.of("--provider", "--party", "--page-size", "busy");

    @Test
    void findsWordsWithATypingError() {
        assertThat(ParameterReader.mostSimilar("--provdier", WORDS)).contains("--provider");
        assertThat(ParameterReader.mostSimilar("--pagesize", WORDS)).contains("--page-size");
        assertThat(ParameterReader.mostSimilar("BUSSY", WORDS)).contains("busy");
        assertThat(SimilarWord.question("bsuy", WORDS)).isEqualTo("; did you mean busy?");
    }

    @Test
    void findsNothingForAnotherWord() {
        assertThat(ParameterReader.mostSimilar("--colour", WORDS)).isEmpty();
        assertThat(ParameterReader.mostSimilar("", WORDS)).isEmpty();
        assertThat(SimilarWord.question("x", WORDS)).isEmpty();
    }
}
