package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import dev.callist.internal.text.Digits;
import java.io.IOException;

/** Records the fields of a row that could not be read. */
final class FieldProblems {
    private FieldProblems() {}

    /** Records the parser's current field by its path in the row. */
    static void note(JsonParser parser, DeserializationContext context) {
        noting(parser, context).run();
    }

    private static Runnable noting(JsonParser parser, DeserializationContext context) {
        DocumentReading reading = DocumentReading.of(context);
        JsonStreamContext around = reading.around();
        if (around == null) {
            return () -> {};
        }
        JsonStreamContext field = parser.getParsingContext();
        String path = path(parser.currentToken().isStructStart() ? field.getParent() : field, around);
        return () -> reading.note(path);
    }

    private static String path(JsonStreamContext field, JsonStreamContext around) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = field; at != null && at != around && !at.inRoot(); at = at.getParent()) {
            if (at.hasCurrentName() && !isIndex(at.getCurrentName())) {
                path.insert(0, path.isEmpty() ? at.getCurrentName() : at.getCurrentName() + ".");
            }
        }
        return path.toString();
    }

    /** Whether a name is the index of a list that PHP wrote as an object, such as {@code {"0": …, "1": …}}. */
    static boolean isIndex(String name) {
        return Digits.number(name.toCharArray(), 0, name.length()) >= 0;
    }

    /** Skips the rest of an object whose first name was read, and records the object as a problem. */
    static void passRest(JsonParser parser, DeserializationContext context) throws IOException {
        DocumentReading reading = DocumentReading.of(context);
        JsonStreamContext around = reading.around();
        if (around != null) {
            reading.note(path(parser.getParsingContext().getParent(), around));
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.skipChildren();
        }
    }

    /** Skips the current value, and records a problem unless it is blank or empty. */
    static void pass(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        boolean isEmptyText =
                token == JsonToken.VALUE_STRING && parser.getText().isBlank();
        Runnable noted = noting(parser, context);
        if (!isEmptyText && !(token.isStructStart() && skippedEmpty(parser))) {
            noted.run();
        }
    }

    /** Skips the parser's current object or list; true if it was empty. */
    private static boolean skippedEmpty(JsonParser parser) throws IOException {
        boolean isEmpty = true;
        int open = 1;
        while (open > 0) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                open++;
            } else if (token.isStructEnd()) {
                open--;
            }
            isEmpty &= open == 0;
        }
        return isEmpty;
    }
}
