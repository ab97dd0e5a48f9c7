package dev.callist.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarWordTest {
    private static final List<String> WORDS = List.of("--provider", "--party", "--page-size", "busy");

    @Test
    void findsWordsWithATypingError() {
        assertThat(SimilarWord.of("--provdier", WORDS)).contains("--provider");
        assertThat(SimilarWord.of("--pagesize", WORDS)).contains("--page-size");
        assertThat(SimilarWord.of("BUSSY", WORDS)).contains("busy");
        assertThat(SimilarWord.question("bsuy", WORDS)).isEqualTo("; did you mean busy?");
    }

    @Test
    void findsNothingForAnotherWord() {
        assertThat(SimilarWord.of("--colour", WORDS)).isEmpty();
        assertThat(SimilarWord.of("", WORDS)).isEmpty();
        assertThat(SimilarWord.question("x", WORDS)).isEmpty();
    }
}
