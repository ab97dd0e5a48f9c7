package dev.callist.cli.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A column of a table; it is as wide as its widest cell, unless it is shortened.
 *
 * @param title its heading
 * @param width its cells of the terminal
 * @param kind whether its texts are on the right side, or may be shortened
 * @param cellText the text of a row
 * @param colour the colour of a row's text
 */
record TableColumn<R>(
        String title, int width, Kind kind, Function<R, String> cellText, Function<R, Optional<String>> colour) {
    private static final int MIN_WIDTH = 6;

    /** How a column treats its texts. */
    private enum Kind {
        LEFT,
        RIGHT,
        SHORTENED
    }

    static <R> TableColumn<R> left(String title, List<R> rows, Function<R, String> text) {
        return of(title, Kind.LEFT, rows, text);
    }

    static <R> TableColumn<R> right(String title, List<R> rows, Function<R, String> text) {
        return of(title, Kind.RIGHT, rows, text);
    }

    private static <R> TableColumn<R> of(String title, Kind kind, List<R> rows, Function<R, String> text) {
        Function<R, String> cellText = row -> TerminalText.sanitized(text.apply(row));
        int widest = rows.stream()
                .map(cellText)
                .mapToInt(TerminalText::cellWidth)
                .max()
                .orElse(0);
        return new TableColumn<>(title, Math.max(widest, title.length()), kind, cellText, row -> Optional.empty());
    }

    /** Returns this column with a colour for each row, given as an SGR code such as {@code 32}. */
    TableColumn<R> withColours(Function<R, Optional<String>> colours) {
        return new TableColumn<>(title, width, kind, cellText, colours);
    }

    /** Returns this column as one whose texts may be shortened, so that the table fits the terminal. */
    TableColumn<R> shortened() {
        return new TableColumn<>(title, width, Kind.SHORTENED, cellText, colour);
    }

    private TableColumn<R> ofWidth(int cells) {
        return new TableColumn<>(title, cells, kind, cellText, colour);
    }

    /** Formats the lines of a table whose columns are shortened, the widest first, until a line has this width. */
    static <R> String lines(List<TableColumn<R>> columns, List<R> rows, OptionalInt width) {
        List<TableColumn<R>> fitting = new ArrayList<>(columns);
        int excess = columns.stream().mapToInt(column -> column.width + 2).sum() - 2 - width.orElse(Integer.MAX_VALUE);
        for (; excess > 0; excess--) {
            Optional<TableColumn<R>> widest = fitting.stream()
                    .filter(column ->
                            column.kind == Kind.SHORTENED && column.width > Math.max(MIN_WIDTH, column.title.length()))
                    .max(Comparator.comparingInt(TableColumn::width));
            if (widest.isEmpty()) {
                break;
            }
            int place = fitting.indexOf(widest.get());
            fitting.set(place, widest.get().ofWidth(widest.get().width - 1));
        }
        return lines(fitting, rows);
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
        String text = TerminalText.shortened(cellText.apply(row), width);
        String coloured = colour.apply(row)
                .map(code -> "\u001b[" + code + "m" + text + "\u001b[0m")
                .orElse(text);
        return padded(text, coloured);
    }

    private String padded(String text, String coloured) {
        String space = " ".repeat(width - TerminalText.cellWidth(text));
        return kind == Kind.RIGHT ? space + coloured : coloured + space;
    }
}
