package dev.callist.cli.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A column of a table; it is as wide as its widest cell. */
record TableColumn<R>(
        String title,
        int width,
        boolean rightAligned,
        Function<R, String> cellText,
        Function<R, Optional<String>> colour) {
    static <R> TableColumn<R> left(String title, List<R> rows, Function<R, String> text) {
        return of(title, false, rows, text);
    }

    static <R> TableColumn<R> right(String title, List<R> rows, Function<R, String> text) {
        return of(title, true, rows, text);
    }

    private static <R> TableColumn<R> of(String title, boolean rightAligned, List<R> rows, Function<R, String> text) {
        Function<R, String> cellText = row -> TerminalText.sanitized(text.apply(row));
        int widest = rows.stream()
                .map(cellText)
                .mapToInt(TerminalText::cellWidth)
                .max()
                .orElse(0);
        return new TableColumn<>(
                title, Math.max(widest, title.length()), rightAligned, cellText, row -> Optional.empty());
    }

    /** Returns this column with a colour for each row, given as an SGR code such as {@code 32}. */
    TableColumn<R> withColours(Function<R, Optional<String>> colours) {
        return new TableColumn<>(title, width, rightAligned, cellText, colours);
    }

    /** Formats the lines of a table with these columns. */
    static <R> String lines(List<TableColumn<R>> columns, List<R> rows) {
        StringBuilder text = new StringBuilder();
        text.append(join(columns.stream().map(TableColumn::heading).toList()));
        for (R row : rows) {
            text.append(join(columns.stream().map(column -> column.cell(row)).toList()));
        }
        return text.toString();
    }

    private static String join(List<String> cells) {
        return String.join("  ", cells).stripTrailing() + "\n";
    }

    private String heading() {
        return padded(title, title);
    }

    private String cell(R row) {
        String text = cellText.apply(row);
        String coloured = colour.apply(row)
                .map(code -> "\u001b[" + code + "m" + text + "\u001b[0m")
                .orElse(text);
        return padded(text, coloured);
    }

    private String padded(String text, String coloured) {
        String space = " ".repeat(width - TerminalText.cellWidth(text));
        return rightAligned ? space + coloured : coloured + space;
    }
}
