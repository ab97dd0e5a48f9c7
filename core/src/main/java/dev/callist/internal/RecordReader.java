package dev.callist.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of a row as Jackson would, straight into its constructor's arguments: what Jackson keeps besides for each
 * record, defaults, injected values and views, costs more than the fields do. What is no object is passed over as a problem.
 */
final class RecordReader extends JsonDeserializer<Object> implements ResolvableDeserializer {
    private final ValueInstantiator records;
    private JsonDeserializer<?>[] fields = {};
    private String[] names = {};
    private int[] places = {};

    private RecordReader(ValueInstantiator records) {
        this.records = records;
    }

    /** Puts readers of this kind in the place of Jackson's, for all records but pages. */
    static BeanDeserializerModifier instead() {
        return new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription type, JsonDeserializer<?> usual) {
                Class<?> read = type.getBeanClass();
                return read.isRecord()
                                && !Envelope.class.isAssignableFrom(read)
                                && usual instanceof BeanDeserializer bean
                        ? new RecordReader(bean.getValueInstantiator())
                        : usual;
            }
        };
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        SettableBeanProperty[] arguments = records.getFromObjectArguments(context.getConfig());
        fields = new JsonDeserializer<?>[arguments.length];
        names = new String[Integer.highestOneBit(arguments.length) * 4];
        places = new int[names.length];
        for (int place = 0; place < arguments.length; place++) {
            SettableBeanProperty argument = arguments[place];
            fields[place] = context.findContextualValueDeserializer(argument.getType(), argument);
            int slot = slot(argument.getName());
            names[slot] = argument.getName();
            places[slot] = place;
        }
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT) && !parser.hasToken(JsonToken.FIELD_NAME)) {
            Problems.pass(parser, context);
            return null;
        }
        @Nullable Object[] values = new Object[fields.length];
        String name = parser.hasToken(JsonToken.FIELD_NAME) ? parser.currentName() : parser.nextFieldName();
        for (; name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            int slot = slot(name);
            if (names[slot] == null) {
                parser.skipChildren();
            } else {
                JsonDeserializer<?> field = fields[places[slot]];
                values[places[slot]] = token == JsonToken.VALUE_NULL
                        ? field.getNullValue(context)
                        : field.deserialize(parser, context);
            }
        }
        return records.createFromObjectWith(context, values);
    }

    /** Where a name stands in the table, or the free place where it would. */
    private int slot(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (names.length - 1);
        while (names[slot] != null && !names[slot].equals(name)) {
            slot = (slot + 1) & (names.length - 1);
        }
        return slot;
    }
}
