package dev.callist.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The provider's sign that a page follows, such as a token or a link. Null and blank mean the end, and both are blank here;
 * absent is null, for those that must tell it apart; anything but text is no documented envelope.
 */
public record PageToken(String text) {
    /** A token says nothing about itself: it may be long. */
    @Override
    public String toString() {
        return "PageToken[" + text.length() + " characters]";
    }

    static final class Reader extends JsonDeserializer<PageToken> {
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
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new WrongShape("the next page's sign is no text");
            }
            return new PageToken(parser.getText().strip());
        }
    }
}
