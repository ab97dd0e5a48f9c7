package dev.callist.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Any provider's pages token by token: the texts and numbers of each row as they stand there, in a list. No record, no date, no
 * check: nobody can make calls of a page with less.
 */
record ValuesByHand(JsonFactory json, String nextField) implements PlainWalk.PageReader {
    ValuesByHand(Shape shape) {
        this(new JsonFactory(), shape.nextField());
    }

    @Override
    public PlainWalk.Page read(byte[] body) throws IOException {
        int rows = 0;
        Optional<String> next = Optional.empty();
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT
                        && parser.getParsingContext().getNestingDepth() == TokenWalk.DEPTH_OF_A_ROW) {
                    Seen.seen(row(parser).size());
                    rows++;
                } else if (token == JsonToken.VALUE_STRING && nextField.equals(parser.currentName())) {
                    next = Optional.of(parser.getText());
                }
            }
        }
        return new PlainWalk.Page(rows, next);
    }

    private static List<Object> row(JsonParser parser) throws IOException {
        List<Object> values = new ArrayList<>();
        while (parser.getParsingContext().getNestingDepth() >= TokenWalk.DEPTH_OF_A_ROW) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                values.add(parser.getText());
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                values.add(parser.getLongValue());
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                values.add(parser.getDecimalValue());
            } else if (token.isBoolean()) {
                values.add(token == JsonToken.VALUE_TRUE);
            }
        }
        return values;
    }
}
