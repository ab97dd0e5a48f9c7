package dev.callist.cli;

import dev.callist.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One column of a table, as wide as its widest cell. */
record Column(
        String title,
        int width,
        boolean isRight,
        Function<Call, String> value,
        Function<Call, Optional<String>> colour) {
    static Column left(String title, List<Call> calls, Function<Call, String> value) {
        return of(title, false, calls, value);
    }

    static Column right(String title, List<Call> calls, Function<Call, String> value) {
        return of(title, true, calls, value);
    }

    private static Column of(String title, boolean isRight, List<Call> calls, Function<Call, String> value) {
        Function<Call, String> shown = call -> Shown.plain(value.apply(call));
        int widest = calls.stream().map(shown).mapToInt(Shown::width).max().orElse(0);
        return new Column(title, Math.max(widest, title.length()), isRight, shown, call -> Optional.empty());
    }

    /** The same column with SGR colours, such as {@code 32}. */
    Column coloured(Function<Call, Optional<String>> colours) {
        return new Column(title, width, isRight, value, colours);
    }

    String heading() {
        return padded(title, title);
    }

    String cell(Call call) {
        String text = value.apply(call);
        String drawn = colour.apply(call)
                .map(code -> "\u001b[" + code + "m" + text + "\u001b[0m")
                .orElse(text);
        return padded(text, drawn);
    }

    private String padded(String text, String drawn) {
        String space = " ".repeat(width - Shown.width(text));
        return isRight ? space + drawn : drawn + space;
    }
}
