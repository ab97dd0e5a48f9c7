package dev.callist.cli.text;

import dev.callist.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A column of a table; it is as wide as its widest cell. */
record TableColumn(
        String title,
        int width,
        boolean rightAligned,
        Function<Call, String> cellText,
        Function<Call, Optional<String>> colour) {
    static TableColumn left(String title, List<Call> calls, Function<Call, String> text) {
        return of(title, false, calls, text);
    }

    static TableColumn right(String title, List<Call> calls, Function<Call, String> text) {
        return of(title, true, calls, text);
    }

    private static TableColumn of(String title, boolean rightAligned, List<Call> calls, Function<Call, String> text) {
        Function<Call, String> cellText = call -> TerminalText.sanitized(text.apply(call));
        int widest = calls.stream()
                .map(cellText)
                .mapToInt(TerminalText::cellWidth)
                .max()
                .orElse(0);
        return new TableColumn(
                title, Math.max(widest, title.length()), rightAligned, cellText, call -> Optional.empty());
    }

    /** Returns this column with a colour for each call, given as an SGR code such as {@code 32}. */
    TableColumn withColours(Function<Call, Optional<String>> colours) {
        return new TableColumn(title, width, rightAligned, cellText, colours);
    }

    String heading() {
        return padded(title, title);
    }

    String cell(Call call) {
        String text = cellText.apply(call);
        String coloured = colour.apply(call)
                .map(code -> "\u001b[" + code + "m" + text + "\u001b[0m")
                .orElse(text);
        return padded(text, coloured);
    }

    private String padded(String text, String coloured) {
        String space = " ".repeat(width - TerminalText.cellWidth(text));
        return rightAligned ? space + coloured : coloured + space;
    }
}
