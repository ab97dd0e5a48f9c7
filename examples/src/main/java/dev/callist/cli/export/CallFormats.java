package dev.callist.cli.export;

import dev.callist.cli.console.CommandException;
import dev.callist.cli.export.CallObjects.Extra;
import dev.callist.cli.text.CallColumn;
import dev.callist.cli.text.SimilarWord;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.TypeConversionException;

/** Finds a format by its name or by the name of a file. */
public final class CallFormats {
    private static final CallFormat JSON_LINES = new JsonLinesFormat(Set.of());
    private static final CallFormat CSV = new CsvFormat(CallColumn.ALL);

    private CallFormats() {}

    /** Finds the format that {@code --format} names. */
    public static CallFormat named(String name) {
        return List.of(JSON_LINES, CSV).stream()
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is not one of jsonl, csv"
                        + SimilarWord.question(name, List.of(JSON_LINES.name(), CSV.name()))));
    }

    /** Returns CSV for a name that ends in {@code .csv}, else JSON lines. */
    public static CallFormat ofFile(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : JSON_LINES;
    }

    /** Returns CSV with these columns; JSON lines always have all fields. */
    public static CallFormat withColumns(CallFormat format, List<CallColumn> columns) {
        if (format != CSV) {
            throw CommandException.invalidConfig("--columns needs --format csv");
        }
        return new CsvFormat(columns);
    }

    /** Returns JSON lines with further fields; CSV cannot have them. */
    public static CallFormat withExtras(CallFormat format, Set<Extra> extras) {
        if (format == CSV) {
            throw CommandException.invalidConfig(
                    extras.contains(Extra.RAW)
                            ? "--raw needs --format jsonl"
                            : "--seconds needs --format jsonl; CSV has seconds without it");
        }
        return new JsonLinesFormat(extras);
    }

    /** Returns the format of an export to standard output. */
    public static CallFormat standard() {
        return JSON_LINES;
    }
}
