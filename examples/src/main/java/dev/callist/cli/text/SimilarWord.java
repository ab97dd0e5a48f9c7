package dev.callist.cli.text;

import dev.callist.provider.ParameterReader;
import java.util.List;

/** Asks whether another word was meant. */
public final class SimilarWord {
    private SimilarWord() {}

    /** Returns {@code ; did you mean WORD?}, or an empty text if no word is similar. */
    public static String question(String text, List<String> known) {
        return ParameterReader.mostSimilar(text, known)
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
    }
}
