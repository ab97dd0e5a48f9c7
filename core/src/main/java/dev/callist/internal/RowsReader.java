package dev.callist.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list of a page row by row, so that one bad row does not spoil the others. */
final class RowsReader extends JsonDeserializer<Rows<?>> implements ContextualDeserializer {
    private final int mostRows;
    private final @Nullable RowReader rows;

    RowsReader(int mostRows) {
        this(mostRows, null);
    }

    private RowsReader(int mostRows, @Nullable RowReader rows) {
        this.mostRows = mostRows;
        this.rows = rows;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return new RowsReader(mostRows, RowReader.forContentOf(context));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Rows<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (rows == null || !parser.isExpectedStartArrayToken()) {
            throw new WrongShape("the list of calls is no list");
        }
        List<Row<?>> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (list.size() == mostRows) {
                throw new TooManyRows();
            }
            list.add(rows.deserialize(parser, context));
        }
        return new Rows(list, Reading.of(context).body());
    }

    /** The page has more rows than the options allow. */
    static final class TooManyRows extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
