package dev.callist.internal.json;

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

/**
 * Reads a list from any JSON value. Null, blank text and an empty object are absent, an object whose names are indexes
 * is a list, as PHP writes some, any other single object or value is a list of one, and elements that cannot be read
 * are skipped and recorded in {@link FieldProblems}.
 */
final class ListDeserializer extends JsonDeserializer<List<?>> implements ContextualDeserializer {
    private final @Nullable JsonDeserializer<?> elements;

    ListDeserializer() {
        this(null);
    }

    private ListDeserializer(@Nullable JsonDeserializer<?> elements) {
        this.elements = elements;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return new ListDeserializer(context.findContextualValueDeserializer(
                context.getContextualType().getContentType(), property));
    }

    @Override
    public @Nullable List<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        List<Object> list = new ArrayList<>();
        if (parser.isExpectedStartArrayToken()) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                add(list, parser, context);
            }
            return list;
        }
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            return deserializeObject(list, parser, context);
        }
        if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getText().isBlank()) {
            return null;
        }
        add(list, parser, context);
        return list;
    }

    private @Nullable List<?> deserializeObject(List<Object> list, JsonParser parser, DeserializationContext context)
            throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        if (FieldProblems.isIndex(parser.currentName())) {
            while (!parser.hasToken(JsonToken.END_OBJECT)) {
                parser.nextToken();
                add(list, parser, context);
                parser.nextToken();
            }
            return list;
        }
        if (elements instanceof LeafDeserializer) {
            FieldProblems.passRest(parser, context);
            return null;
        }
        add(list, parser, context);
        return list;
    }

    private void add(List<Object> list, JsonParser parser, DeserializationContext context) throws IOException {
        if (elements == null || parser.hasToken(JsonToken.VALUE_NULL)) {
            return;
        }
        Object element = elements.deserialize(parser, context);
        if (element != null) {
            list.add(element);
        }
    }
}
