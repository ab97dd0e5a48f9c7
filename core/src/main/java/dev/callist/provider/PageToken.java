package dev.callist.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import dev.callist.internal.json.DocumentReading;
import dev.callist.internal.json.UnexpectedShapeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The provider's reference to the next page, a token or a link, as a component of an {@link Envelope}. A JSON null,
 * {@code false} and blank text mean the end of the list and are read as blank text; a field that is absent is null. A
 * value that is not text, or that no request can carry because it is not valid Unicode, fails the request with
 * BAD_RESPONSE.
 *
 * @param text the token exactly as it came; blank at the end of the list
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
            String text = parser.getText();
            boolean isUnicode = StandardCharsets.UTF_8.newEncoder().canEncode(text);
            if (!isUnicode || DocumentReading.wasRepaired(parser)) {
                throw new UnexpectedShapeException("the next page's token or link cannot be sent");
            }
            return new PageToken(text);
        }
    }
}
