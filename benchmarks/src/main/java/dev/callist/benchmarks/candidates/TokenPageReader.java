package dev.callist.benchmarks.candidates;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.callist.benchmarks.server.ListShape;
import java.io.IOException;
import java.util.Optional;

/** The baseline: visits each JSON token of a page, but creates nothing. */
public record TokenPageReader(JsonFactory json, String nextField) implements PageReader {
    static final int ROW_DEPTH = 3;

    public TokenPageReader(ListShape shape) {
        this(new JsonFactory(), shape.nextField());
    }

    @Override
    public ReadPage read(byte[] body) throws IOException {
        int rows = 0;
        Optional<String> next = Optional.empty();
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT
                        && parser.getParsingContext().getNestingDepth() == ROW_DEPTH) {
                    rows++;
                } else if (token == JsonToken.VALUE_STRING && nextField.equals(parser.currentName())) {
                    next = Optional.of(parser.getText());
                }
            }
        }
        return new ReadPage(rows, next);
    }
}
