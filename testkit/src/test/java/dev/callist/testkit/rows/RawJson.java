package dev.callist.testkit.rows;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON that need not be valid UTF-8: each char of a text is one byte. */
final class RawJson {
    /** Each is replaced by one replacement character. */
    private static final List<String> BROKEN =
            List.of("\\ud83d", "\\ude00", "\u00ff", "\u00e9", "\u00f0\u009f\u0098", "\t", "\n", "\u0000", "\u001b");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "-5",
            "1.5",
            "1e400",
            "\"\"",
            "\" \"",
            "\"soon\"",
            "\"\\u0000\"",
            "\"\u00ff\"",
            "\"\\ud83d\"",
            "\"a\tb\nc\"",
            "{}",
            "[]",
            "[[[]]]",
            "{\"a\":{\"b\":[1,{\"c\":null}]}}",
            "[1,\"b\",null,{},[2]]",
            "{\"0\":{\"id\":5,\"url\":[]},\"1\":\"x\"}",
            "{\"0\":null}",
            "{\"url\":7}");

    private RawJson() {}

    /** A text. */
    static String text(String text) {
        String quoted = TextNode.valueOf(text).toString();
        return new String(quoted.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** A text with something in it that is not a character, and that becomes one replacement character. */
    static String broken(String start, String end, Dice dice) {
        String one = text(start);
        String other = text(end);
        return one.substring(0, one.length() - 1) + dice.oneOf(BROKEN) + other.substring(1);
    }

    /** A text with something in it, after its first character, that is not a character. */
    static String broken(String text, Dice dice) {
        int at = text.isEmpty() ? 0 : 1 + dice.below(text.length());
        boolean splitsPair = at < text.length() && Character.isLowSurrogate(text.charAt(at));
        int cut = splitsPair ? at - 1 : at;
        return broken(text.substring(0, cut), text.substring(cut), dice);
    }

    /** A value of any type. */
    static String any(Dice dice) {
        return dice.percent(3) ? text("x".repeat(5_000)) : dice.oneOf(VALUES);
    }

    /** A value that is not a text, a number or a list. */
    static String struct(Dice dice) {
        return dice.oneOf("{}", "{\"date\":\"2026-03-01 10:00:00.000000\",\"timezone\":\"UTC\"}", "{\"value\":5}");
    }
}
