package dev.callist.cli.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Makes text from a provider safe to print on a terminal, because callers choose their own names. */
final class TerminalText {
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private TerminalText() {}

    /** Replaces control and formatting characters, so that the text cannot move the cursor or hide other text. */
    static String sanitized(String text) {
        StringBuilder sanitized = new StringBuilder(text.length());
        text.codePoints().map(c -> isPrintable(c) ? c : '\uFFFD').forEach(sanitized::appendCodePoint);
        return sanitized.toString();
    }

    /** Counts the terminal cells that the text occupies. */
    static int cellWidth(String text) {
        return text.codePoints().map(TerminalText::cells).sum();
    }

    /** Returns the text, with an ellipsis in the place of what exceeds this many cells. */
    static String shortened(String text, int cells) {
        if (cellWidth(text) <= cells) {
            return text;
        }
        StringBuilder shortened = new StringBuilder();
        int width = 1;
        for (int c : text.codePoints().toArray()) {
            width += cells(c);
            if (width > cells) {
                break;
            }
            shortened.appendCodePoint(c);
        }
        return shortened.append('\u2026').toString();
    }

    private static boolean isPrintable(int c) {
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
