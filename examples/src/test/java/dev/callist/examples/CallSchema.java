package dev.callist.examples;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.Call;
import dev.callist.CallJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives the JSON Schema of a call from its classes, as Jackson writes them, and from their Javadoc. */
final class CallSchema {
    private static final Path SOURCES = Path.of("../core/src/main/java/dev/callist");
    private static final Pattern LINK = Pattern.compile("\\{@(?:link|code) #?([^}]*)}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SerializationConfig config = CallJson.mapper().getSerializationConfig();
    private final ObjectNode definitions = NODES.objectNode();

    private CallSchema() {}

    /** Returns the schema, which ends in a line break. */
    static String text() throws IOException {
        CallSchema schema = new CallSchema();
        ObjectNode root = NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Call")
                .put(
                        "description",
                        "A call as CallJson.mapper() and callist export write it. Later versions may add fields.");
        root.setAll(schema.object(CallJson.mapper().constructType(Call.class)));
        root.set("$defs", schema.definitions);
        return root.toPrettyString() + "\n";
    }

    private ObjectNode object(JavaType type) throws IOException {
        ObjectNode properties = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        for (BeanPropertyDefinition property : config.introspect(type).findProperties()) {
            if (property.couldSerialize()) {
                ObjectNode value = value(property.getAccessor().getType());
                describe(value, type.getRawClass(), property.getName());
                properties.set(property.getName(), value);
                if (isAlwaysWritten(property)) {
                    required.add(property.getName());
                }
            }
        }
        ObjectNode object = NODES.objectNode().put("type", "object");
        object.set("properties", properties);
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        return object;
    }

    private ObjectNode value(JavaType type) throws IOException {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            return value(type.containedType(0));
        }
        if (type.isCollectionLikeType()) {
            ObjectNode array = NODES.objectNode().put("type", "array");
            array.set("items", value(type.getContentType()));
            return array;
        }
        if (type.isEnumType()) {
            ArrayNode words = NODES.arrayNode();
            for (Object word : raw.getEnumConstants()) {
                words.add(word.toString());
            }
            ObjectNode oneOfThem = NODES.objectNode().put("type", "string");
            oneOfThem.set("enum", words);
            return oneOfThem;
        }
        if (raw == Instant.class) {
            return NODES.objectNode().put("type", "string").put("format", "date-time");
        }
        if (raw == Duration.class) {
            String hoursMinutesSeconds = "^PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]{1,9})?S)?$";
            return NODES.objectNode().put("type", "string").put("pattern", hoursMinutesSeconds);
        }
        if (raw == String.class || raw == BigDecimal.class || raw == boolean.class) {
            return NODES.objectNode()
                    .put("type", raw == String.class ? "string" : raw == boolean.class ? "boolean" : "number");
        }
        if (!definitions.has(raw.getSimpleName())) {
            definitions.set(raw.getSimpleName(), object(type));
        }
        return NODES.objectNode().put("$ref", "#/$defs/" + raw.getSimpleName());
    }

    /** Adds the first paragraph of the Javadoc of an accessor or a record's component. */
    private static void describe(ObjectNode value, Class<?> type, String name) throws IOException {
        String source = Files.readString(SOURCES.resolve(type.getSimpleName() + ".java"));
        Matcher accessor = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@[^\n]*\\s+)*public (?:abstract )?[\\w<>]+ " + name
                                + "\\(\\)",
                        Pattern.DOTALL)
                .matcher(source);
        Matcher component = Pattern.compile("@param " + name + " ([^\n]*)").matcher(source);
        Matcher found = accessor.find() ? accessor : component;
        if (found == component && !component.find()) {
            throw new IllegalStateException(type.getSimpleName() + "." + name + " has no Javadoc");
        }
        String javadoc = found.group(1);
        String text = LINK.matcher(javadoc.replaceAll("\\s*\n\\s*\\*", "")).replaceAll("$1");
        value.put("description", text.replace('#', '.').replace("()", "").strip());
    }

    private boolean isAlwaysWritten(BeanPropertyDefinition property) {
        Include include = config.getAnnotationIntrospector()
                .findPropertyInclusion(property.getAccessor())
                .getValueInclusion();
        return property.getAccessor().getRawType() != Optional.class && include == Include.USE_DEFAULTS;
    }
}
