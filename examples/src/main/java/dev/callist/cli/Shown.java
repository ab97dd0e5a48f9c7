package dev.callist.cli;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Text from outside as a terminal may show it: callers choose their own names. */
final class Shown {
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private Shown() {}

    /** The text with control and formatting characters replaced: nothing in it moves the cursor or hides other text. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(c -> isHarmless(c) ? c : '\uFFFD').forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** How many cells of a terminal the text takes. */
    static int width(String text) {
        return text.codePoints().map(Shown::cells).sum();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int cells(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean isWide = WIDE.contains(UnicodeScript.of(c)) || isFullWidth(c) || isPictograph(c);
        return isWide ? 2 : 1;
    }

    private static boolean isFullWidth(int c) {
        return c >= 0xFF01 && c <= 0xFF60;
    }

    private static boolean isPictograph(int c) {
        return c >= 0x1F300 && c <= 0x1FAFF;
    }
}
