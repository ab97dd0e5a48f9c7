package dev.callist.testkit.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A canary that is planted wherever a server or a caller can put text. The search finds any spelling, also inside the
 * Base64 of a resume point or a cursor.
 *
 * @param text the text that is put where text may appear; numbers are replaced by digits
 */
record Canary(String text) {
    static final long DIGITS = 447_700_900_187L;
    static final Canary NAME = new Canary("Zebedee Quill");
    static final Canary NUMBER = new Canary("+" + DIGITS);
    static final Canary PRINTED_NUMBER = new Canary("+44 7700 900187");
    static final Canary ADDRESS = new Canary("https://recordings.example/zebedee-7f3a.wav");

    private static final Pattern CANARIES = Pattern.compile("zebedee|quill|recordings\\.example|7700\\W?900\\W?187");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_-]{8,}");
    private static final String RESUME_POINT = "callist1-";
    private static final int DEEPEST = 4;
    private static final int ALIGNMENTS = 4;

    static Canary[] all() {
        return new Canary[] {NAME, NUMBER, PRINTED_NUMBER, ADDRESS};
    }

    static void assertNotIn(Iterable<String> texts) {
        assertThat(texts).isNotEmpty().noneMatch(shown -> tells(shown, DEEPEST));
    }

    /** Whether a text contains a canary, in plain text or in Base64. */
    static boolean tells(String text, int depth) {
        if (CANARIES.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            return true;
        }
        Matcher encoded = ENCODED.matcher(text.replace(RESUME_POINT, " "));
        while (depth > 0 && encoded.find()) {
            for (int from = 0; from < ALIGNMENTS; from++) {
                if (tells(decoded(encoded.group().substring(from)), depth - 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String decoded(String text) {
        String whole = text.length() % ALIGNMENTS == 1 ? text.substring(0, text.length() - 1) : text;
        return new String(Base64.getUrlDecoder().decode(whole), UTF_8);
    }
}
