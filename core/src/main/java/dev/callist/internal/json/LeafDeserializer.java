package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of field from any JSON value. Null and blank text are absent; a value that cannot be read is absent
 * too, and {@link FieldProblems} records its path.
 */
abstract class LeafDeserializer<T> extends JsonDeserializer<T> {
    /** The value of a text or number; null when it is not of this kind. */
    abstract @Nullable T read(String text, JsonToken token);

    @Override
    public final @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            FieldProblems.note(parser, context);
            parser.skipChildren();
            return null;
        }
        if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
            T plain = readPlain(token, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            if (plain != null) {
                noteRepair(token, parser, context);
                return plain;
            }
        }
        String text = parser.getText();
        if (token == JsonToken.VALUE_STRING && text.isBlank()) {
            return null;
        }
        T value = read(text, token);
        if (value == null) {
            FieldProblems.note(parser, context);
        }
        return value;
    }

    /** A text that lost a character is read, and recorded as a problem too. */
    private static void noteRepair(JsonToken token, JsonParser parser, DeserializationContext context) {
        if (token == JsonToken.VALUE_STRING && DocumentReading.wasRepaired(parser)) {
            FieldProblems.note(parser, context);
        }
    }

    /**
     * The value of a text or number in its usual spelling, read without creating a {@code String}; null for any other
     * spelling, which {@link #read} then reads.
     */
    @Nullable
    T readPlain(JsonToken token, char[] chars, int from, int length) {
        return null;
    }
}
