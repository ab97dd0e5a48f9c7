package dev.callist.benchmarks.candidates;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.callist.benchmarks.server.ListShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads any provider's pages token by token into one list of texts and numbers for each row, without records, dates or
 * checks. A program that creates calls cannot do less.
 */
public record ValuePageReader(JsonFactory json, String nextField) implements PageReader {
    public ValuePageReader(ListShape shape) {
        this(new JsonFactory(), shape.nextField());
    }

    @Override
    public ReadPage read(byte[] body) throws IOException {
        int rows = 0;
        Optional<String> next = Optional.empty();
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT
                        && parser.getParsingContext().getNestingDepth() == TokenPageReader.ROW_DEPTH) {
                    ResultSink.consume(values(parser).size());
                    rows++;
                } else if (token == JsonToken.VALUE_STRING && nextField.equals(parser.currentName())) {
                    next = Optional.of(parser.getText());
                }
            }
        }
        return new ReadPage(rows, next);
    }

    private static List<Object> values(JsonParser parser) throws IOException {
        List<Object> values = new ArrayList<>();
        while (parser.getParsingContext().getNestingDepth() >= TokenPageReader.ROW_DEPTH) {
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
