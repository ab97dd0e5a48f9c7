package dev.callist.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.cli.console.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls of some providers in a file that {@code callist export --format jsonl} has written. Not thread-safe. */
public final class ExportedCalls implements Iterator<Call>, AutoCloseable {
    private final MappingIterator<@Nullable Call> rows;
    private final Path file;
    private final Predicate<String> providers;
    private @Nullable Call next;

    private ExportedCalls(MappingIterator<@Nullable Call> rows, Path file, Predicate<String> providers) {
        this.rows = rows;
        this.file = file;
        this.providers = providers;
    }

    /**
     * Opens a file for the calls of one provider.
     *
     * @throws IOException when the file cannot be read
     */
    public static ExportedCalls open(Path file, String provider) throws IOException {
        return open(file, provider::equals);
    }

    /**
     * Opens a file.
     *
     * @param providers whether the calls of a provider of this name are returned
     * @throws IOException when the file cannot be read
     */
    public static ExportedCalls open(Path file, Predicate<String> providers) throws IOException {
        return new ExportedCalls(CallJson.mapper().readerFor(Call.class).readValues(file.toFile()), file, providers);
    }

    /**
     * Returns whether the file has another call of these providers.
     *
     * @throws CommandException when a line of the file is not a call
     * @throws UncheckedIOException when the file cannot be read
     */
    @Override
    public boolean hasNext() {
        try {
            while (next == null && rows.hasNextValue()) {
                Call call = rows.nextValue();
                if (call == null) {
                    throw notACall();
                }
                next = providers.test(call.provider()) ? call : null;
            }
            return next != null;
        } catch (JsonProcessingException e) {
            throw notACall();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Call next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("no more calls");
        }
        Call call = next;
        next = null;
        return call;
    }

    /** Names the line only, because the message of the JSON parser quotes it. */
    private CommandException notACall() {
        return CommandException.invalidConfig(
                "line " + rows.getCurrentLocation().getLineNr() + " of " + file
                        + " is not a call; write the file with 'callist export --format jsonl'");
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
