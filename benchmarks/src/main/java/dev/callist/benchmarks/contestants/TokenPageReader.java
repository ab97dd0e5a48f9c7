package dev.callist.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** The yardstick: downloads a page and looks at each JSON token, but builds nothing. */
record TokenWalk(JsonFactory json, String nextField) implements PlainWalk.PageReader {
    static final int DEPTH_OF_A_ROW = 3;

    TokenWalk(Shape shape) {
        this(new JsonFactory(), shape.nextField());
    }

    @Override
    public PlainWalk.Page read(byte[] body) throws IOException {
        int rows = 0;
        Optional<String> next = Optional.empty();
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT
                        && parser.getParsingContext().getNestingDepth() == DEPTH_OF_A_ROW) {
                    rows++;
                } else if (token == JsonToken.VALUE_STRING && nextField.equals(parser.currentName())) {
                    next = Optional.of(parser.getText());
                }
            }
        }
        return new PlainWalk.Page(rows, next);
    }
}
