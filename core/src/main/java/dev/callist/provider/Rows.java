package dev.callist.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReading;
import dev.callist.internal.json.TooManyRowsException;
import dev.callist.internal.json.UnexpectedShapeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a page, in the server's order. As a component of an {@link Envelope} it is read from a JSON list; null,
 * which some servers write for an empty list, is a list without rows that is not {@linkplain #isList known to be
 * empty}. Any other value fails the request with BAD_RESPONSE, and a list of more rows than {@link
 * dev.callist.ClientOptions#maxRows()} with TOO_LARGE.
 *
 * @param <R> the native record of a row
 */
public final class Rows<R> {
    private final List<Row<R>> list;
    private final BodyBytes body;
    private final boolean isList;

    private Rows(List<Row<R>> list, BodyBytes body, boolean isList) {
        this.list = list;
        this.body = body;
        this.isList = isList;
    }

    /** The rows. */
    public List<Row<R>> list() {
        return list;
    }

    /** Whether the response has a list of rows; false if it has null in its place. */
    public boolean isList() {
        return isList;
    }

    /**
     * Returns the memory of the response for reuse. Afterwards {@link Row#json()} must not be called; records stay
     * valid. Calling this is optional: memory that is not returned is collected as garbage. Idempotent.
     */
    public void release() {
        body.release();
    }

    /** The number of rows. */
    @Override
    public String toString() {
        return "Rows[" + list.size() + "]";
    }

    /** Reads the list of a page row by row, so that one bad row does not spoil the others. */
    static final class Deserializer extends JsonDeserializer<Rows<?>> implements ContextualDeserializer {
        private final int mostRows;
        private final Row.@Nullable Deserializer rows;

        Deserializer(int mostRows) {
            this(mostRows, null);
        }

        private Deserializer(int mostRows, Row.@Nullable Deserializer rows) {
            this.mostRows = mostRows;
            this.rows = rows;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
                throws JsonMappingException {
            return new Deserializer(mostRows, Row.Deserializer.forContentOf(context));
        }

        @Override
        public Rows<?> getNullValue(DeserializationContext context) {
            return new Rows<>(List.of(), DocumentReading.of(context).body(), false);
        }

        @Override
        public @Nullable Rows<?> getAbsentValue(DeserializationContext context) {
            return null;
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public Rows<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (rows == null || !parser.isExpectedStartArrayToken()) {
                throw new UnexpectedShapeException("the list of calls is not a JSON list");
            }
            List<Row<?>> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (list.size() == mostRows) {
                    throw new TooManyRowsException();
                }
                list.add(rows.deserialize(parser, context));
            }
            return new Rows(list, DocumentReading.of(context).body(), true);
        }
    }
}
