package dev.callist.cli;

import dev.callist.Call;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/** How calls are written, one row each. */
interface CallFormat {
    List<CallFormat> ALL = List.of(new JsonLines(), new CsvRows());

    /** The name that {@code --format} takes; also the usual end of a file's name. */
    String name();

    /** What comes before the first row. */
    byte[] header();

    /** The row of a call, with its line end. */
    byte[] row(Call call) throws IOException;

    static CallFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of jsonl, csv"));
    }
}
