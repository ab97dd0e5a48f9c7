package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of field from whatever JSON stands there. Null and blank text are absent; what cannot be read is absent
 * too, and its place is noted in {@link FieldProblems}.
 */
abstract class LeafDeserializer<T> extends JsonDeserializer<T> {
    /** What a text or number stands for; null when it stands for nothing of the kind. */
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
            T plain = readPlain(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            if (plain != null) {
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

    /** What a text or number as it usually is stands for, found without a {@code String}; null to have it read by {@link #read}. */
    @Nullable
    T readPlain(char[] chars, int from, int length) {
        return null;
    }
}
