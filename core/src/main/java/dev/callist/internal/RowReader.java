package dev.callist.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Row}: its record, its problems, and where it stands in the body. */
final class RowReader extends JsonDeserializer<Row<?>> implements ContextualDeserializer {
    private final @Nullable JsonDeserializer<?> records;

    RowReader() {
        this(null);
    }

    private RowReader(@Nullable JsonDeserializer<?> records) {
        this.records = records;
    }

    /** A reader for the type that a {@code Row<R>} or {@code Rows<R>} is made of. */
    static RowReader forContentOf(DeserializationContext context) throws JsonMappingException {
        JavaType record = context.getContextualType().containedType(0);
        return new RowReader(context.findRootValueDeserializer(record));
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return forContentOf(context);
    }

    @Override
    public Row<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Reading reading = Reading.of(context);
        int start = (int) parser.currentTokenLocation().getByteOffset();
        reading.startRow(parser.getParsingContext().getParent());
        Object record = read(parser, context);
        List<String> problems = reading.endRow();
        int end = (int) parser.currentLocation().getByteOffset();
        return new Row<>(record, problems, reading.body(), start, end);
    }

    private @Nullable Object read(JsonParser parser, DeserializationContext context) throws IOException {
        if (records == null || !parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            parser.finishToken();
            return null;
        }
        JsonStreamContext row = parser.getParsingContext();
        try {
            Object record = records.deserialize(parser, context);
            if (!parser.hasToken(JsonToken.END_OBJECT) || parser.getParsingContext() != row.getParent()) {
                throw new WrongShape("a row cannot be told from the next");
            }
            return record;
        } catch (DatabindException e) {
            leave(row, parser);
            return null;
        }
    }

    private static void leave(JsonStreamContext row, JsonParser parser) throws IOException {
        int outside = row.getNestingDepth() - 1;
        while (parser.getParsingContext().getNestingDepth() > outside) {
            parser.nextToken();
        }
    }
}
