package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of a row as Jackson would, but straight into its constructor's arguments: Jackson's own bookkeeping
 * for defaults, injected values and views costs more than the fields do. A value that is not an object is skipped and
 * recorded as a problem.
 */
final class RecordDeserializer extends JsonDeserializer<Object> implements ResolvableDeserializer {
    private static final int MAX_UNKNOWN = 64;

    private final ValueInstantiator records;
    private final Map<String, Field> unknown = new ConcurrentHashMap<>();
    private final Field start = new Field("", Field.NONE, null);
    private final Field unlisted = new Field("", Field.NONE, null);
    private Map<String, Field> fields = Map.of();

    private RecordDeserializer(ValueInstantiator records) {
        this.records = records;
    }

    /** Replaces Jackson's deserializers of records, except for subtypes of one class. */
    static BeanDeserializerModifier forRecordsBut(Class<?> excepted) {
        return new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription type, JsonDeserializer<?> usual) {
                Class<?> read = type.getBeanClass();
                return read.isRecord() && !excepted.isAssignableFrom(read) && usual instanceof BeanDeserializer bean
                        ? new RecordDeserializer(bean.getValueInstantiator())
                        : usual;
            }
        };
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        SettableBeanProperty[] arguments = records.getFromObjectArguments(context.getConfig());
        Map<String, Field> found = new HashMap<>();
        for (int index = 0; index < arguments.length; index++) {
            SettableBeanProperty argument = arguments[index];
            JsonDeserializer<?> reader = context.findContextualValueDeserializer(argument.getType(), argument);
            found.put(argument.getName(), new Field(argument.getName(), index, reader));
        }
        fields = found;
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT) && !parser.hasToken(JsonToken.FIELD_NAME)) {
            FieldProblems.pass(parser, context);
            return null;
        }
        @Nullable Object[] values = new Object[fields.size()];
        Field field = parser.hasToken(JsonToken.FIELD_NAME) ? field(parser.currentName()) : next(start, parser);
        while (field != null) {
            JsonToken token = parser.nextToken();
            if (field.reader == null) {
                parser.skipChildren();
            } else {
                values[field.index] = token == JsonToken.VALUE_NULL
                        ? field.reader.getNullValue(context)
                        : field.reader.deserialize(parser, context);
            }
            field = next(field, parser);
        }
        return records.createFromObjectWith(context, values);
    }

    /**
     * The next field. The objects of a list have their fields in the same order, so the field that followed last time
     * is tried first.
     */
    private @Nullable Field next(Field field, JsonParser parser) throws IOException {
        Field likely = field.follower;
        if (likely != null && parser.nextFieldName(likely.name)) {
            return likely;
        }
        String name = likely == null ? parser.nextFieldName() : parser.currentName();
        if (name == null || !parser.hasToken(JsonToken.FIELD_NAME)) {
            return null;
        }
        Field next = field(name);
        field.follower = next;
        return next;
    }

    private Field field(String name) {
        Field known = fields.get(name);
        if (known != null) {
            return known;
        }
        Field skipped = unknown.get(name);
        if (skipped != null || unknown.size() >= MAX_UNKNOWN) {
            return skipped == null ? unlisted : skipped;
        }
        Field added = new Field(name, Field.NONE, null);
        unknown.put(name, added);
        return added;
    }

    /** A field of the objects, and the field that followed it last time. */
    private static final class Field {
        static final int NONE = -1;

        final SerializedString name;
        final int index;
        final @Nullable JsonDeserializer<?> reader;

        @Nullable
        Field follower;

        Field(String name, int index, @Nullable JsonDeserializer<?> reader) {
            this.name = new SerializedString(name);
            this.index = index;
            this.reader = reader;
        }
    }
}
