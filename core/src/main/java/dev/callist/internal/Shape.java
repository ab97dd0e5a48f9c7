package dev.callist.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an answer is read as. */
record Shape<T>(ObjectReader reader) {
    @Nullable
    T read(JsonParser parser, byte[] body) throws IOException {
        return reader.withAttribute(RowReader.bodyAttribute(), body).readValue(parser);
    }
}
