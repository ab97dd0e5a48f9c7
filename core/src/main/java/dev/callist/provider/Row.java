package dev.callist.provider;

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
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReading;
import dev.callist.internal.json.UnexpectedShapeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a response: its native record, the fields that could not be read, and its own JSON.
 *
 * @param <R> the native record
 */
public final class Row<R> {
    private final @Nullable R record;
    private final List<String> problems;
    private final BodyBytes body;
    private final int start;
    private final int end;

    private Row(@Nullable R record, List<String> problems, BodyBytes body, int start, int end) {
        this.record = record;
        this.problems = problems;
        this.body = body;
        this.start = start;
        this.end = end;
    }

    /** The native record; null when the row is not a JSON object. */
    public @Nullable R record() {
        return record;
    }

    /** The paths of the fields that could not be read, such as {@code from.number}; at most 100. */
    public List<String> problems() {
        return problems;
    }

    /**
     * The row's own JSON, as a copy. Must not be called after the {@link Rows} were {@linkplain Rows#release released}.
     */
    public String json() {
        return new String(body.bytes(), start, end - start, StandardCharsets.UTF_8);
    }

    /** The length only, because a row contains personal data. */
    @Override
    public String toString() {
        return "Row[" + (end - start) + " bytes]";
    }

    /** Reads a row: its record, its problems, and its position in the body. */
    static final class Deserializer extends JsonDeserializer<Row<?>> implements ContextualDeserializer {
        private final @Nullable JsonDeserializer<?> records;

        Deserializer() {
            this(null);
        }

        private Deserializer(@Nullable JsonDeserializer<?> records) {
            this.records = records;
        }

        /** A deserializer for the record type of a {@code Row<R>} or {@code Rows<R>}. */
        static Deserializer forContentOf(DeserializationContext context) throws JsonMappingException {
            JavaType record = context.getContextualType().containedType(0);
            return new Deserializer(context.findRootValueDeserializer(record));
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
                throws JsonMappingException {
            return forContentOf(context);
        }

        @Override
        public Row<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            DocumentReading reading = DocumentReading.of(context);
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
                    throw new UnexpectedShapeException("a row does not end with its JSON object");
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
}
