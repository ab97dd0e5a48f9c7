package dev.callist.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import dev.callist.internal.json.DocumentReading;
import dev.callist.internal.json.UnexpectedShapeException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The provider's reference to the next page, a token or a link, as a component of an {@link Envelope}. A JSON null,
 * {@code false} and blank text mean the end of the list and are read as blank text; a field that is absent is null. Any
 * other value that is not text, and a text that has a broken character and so cannot be sent as it came, fails the request with BAD_RESPONSE.
 *
 * @param text the token without surrounding blanks; blank at the end of the list
 */
public record PageToken(String text) {
    /** The length only, because a token may contain anything. */
    @Override
    public String toString() {
        return "PageToken[" + text.length() + " characters]";
    }

    static final class Deserializer extends JsonDeserializer<PageToken> {
        @Override
        public PageToken getNullValue(DeserializationContext context) {
            return new PageToken("");
        }

        @Override
        public @Nullable PageToken getAbsentValue(DeserializationContext context) {
            return null;
        }

        @Override
        public PageToken deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_FALSE)) {
                return getNullValue(context);
            }
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new UnexpectedShapeException("the next page's token or link is not text");
            }
            String text = parser.getText().strip();
            if (DocumentReading.wasRepaired(parser)) {
                throw new UnexpectedShapeException("the next page's token or link has a broken character");
            }
            return new PageToken(text);
        }
    }
}
