package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a document is read as. Thread-safe.
 *
 * @param reader reads the value
 * @param flaw what is wrong with a value, in fixed words; absent for a valid value
 */
public record DocumentType<T>(ObjectReader reader, Function<T, Optional<String>> flaw) {
    /** Reads the parser's current value; null for a JSON null. */
    public @Nullable T read(JsonParser parser, BodyBytes body) throws IOException {
        return new DocumentReading(body).with(reader).readValue(parser);
    }
}
