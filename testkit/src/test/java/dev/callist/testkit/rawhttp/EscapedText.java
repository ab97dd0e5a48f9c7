package dev.callist.testkit.rawhttp;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the table writes what does not fit into a cell: <code>\r</code>, <code>\n</code>, <code>\t</code>,
 * <code>\p</code> for a vertical bar, <code>&#92;u001b</code>; and {@code «text×1000»} for a text a thousand times,
 * with the number of each at {@code #}.
 */
public final class EscapedText {
    private static final Pattern REPEATED = Pattern.compile("«([^»]*)×(\\d+)»");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

    private EscapedText() {}

    public static String of(String cell) {
        StringBuilder text = new StringBuilder();
        Matcher repeated = REPEATED.matcher(cell);
        int end = 0;
        while (repeated.find()) {
            text.append(unescaped(cell.substring(end, repeated.start()))).append(repeated(repeated));
            end = repeated.end();
        }
        return text.append(unescaped(cell.substring(end))).toString();
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(escaped(found.group(1))));
    }

    private static String repeated(MatchResult found) {
        String text = unescaped(found.group(1));
        int times = Integer.parseInt(found.group(2));
        if (!text.contains("#")) {
            return text.repeat(times);
        }
        return IntStream.range(0, times)
                .mapToObj(number -> text.replace("#", Integer.toString(number)))
                .collect(Collectors.joining());
    }

    private static String escaped(String mark) {
        return switch (mark.charAt(0)) {
            case 'r' -> "\r";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'p' -> "|";
            case 'u' -> Character.toString(Integer.parseInt(mark.substring(1), 16));
            default -> mark;
        };
    }
}
