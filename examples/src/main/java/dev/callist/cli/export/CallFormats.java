package dev.callist.cli.export;

import dev.callist.cli.console.CommandException;
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
    private static final CallFormat PARQUET = new ParquetFormat(false);
    private static final List<CallFormat> ALL = List.of(JSON_LINES, CSV, PARQUET);

    private CallFormats() {}

    /** Finds the format that {@code --format} names. */
    public static CallFormat named(String name) {
        List<String> names = ALL.stream().map(CallFormat::name).toList();
        return ALL.stream()
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is not one of "
                        + String.join(", ", names) + SimilarWord.question(name, names)));
    }

    /** Returns the format whose name is the extension of a file, else JSON lines. */
    public static CallFormat ofFile(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(format -> name.endsWith("." + format.name()))
                .findFirst()
                .orElse(JSON_LINES);
    }

    /** Returns a format in which a file can be continued. */
    public static LineFormat continued(CallFormat format) {
        if (format instanceof LineFormat lines) {
            return lines;
        }
        throw CommandException.invalidConfig(
                "--resume needs --format jsonl or csv; a " + format.name() + " file cannot be continued");
    }

    /** Returns the format of an export to standard output. */
    public static CallFormat standard() {
        return JSON_LINES;
    }
}
