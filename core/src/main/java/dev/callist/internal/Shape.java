package dev.callist.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an answer is read as. */
record Shape<T>(ObjectReader reader) {
    @Nullable
    T read(JsonParser parser, Body body) throws IOException {
        return new Reading(body).with(reader).readValue(parser);
    }
}
