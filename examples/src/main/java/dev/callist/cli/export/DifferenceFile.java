package dev.callist.cli.export;

import dev.callist.cli.text.VerificationTable;
import dev.callist.sync.CallDifference;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first differences of a comparison, and writes all of them into a file if one is named. The file appears
 * under its name when the comparison is done. Not thread-safe.
 */
public final class DifferenceFile implements Consumer<CallDifference>, AutoCloseable {
    private static final int MAX_KEPT = 20;

    private final List<CallDifference> first = new ArrayList<>();
    private final @Nullable Path file;
    private final @Nullable Path part;
    private final Writer all;

    private DifferenceFile(@Nullable Path file, @Nullable Path part, Writer all) {
        this.file = file;
        this.part = part;
        this.all = all;
    }

    /** Creates the file under a temporary name, if one is requested. */
    public static DifferenceFile create(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return new DifferenceFile(null, null, Writer.nullWriter());
        }
        Path named = file.get();
        Path part = named.resolveSibling(
                named.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        BufferedWriter writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        writer.write(VerificationTable.HEADER);
        return new DifferenceFile(named, part, writer);
    }

    @Override
    public void accept(CallDifference difference) {
        if (first.size() < MAX_KEPT) {
            first.add(difference);
        }
        try {
            all.write(VerificationTable.line(difference));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the first 20 differences. */
    public List<CallDifference> first() {
        return List.copyOf(first);
    }

    /** Moves the file to its final name. */
    public void finish() throws IOException {
        all.close();
        if (file != null && part != null) {
            AtomicFiles.replace(file, part);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            all.close();
        } finally {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        }
    }
}
