package dev.callist.internal.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.Call;
import dev.callist.provider.InstantFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares the JSON of rows with the native record: fields that it lacks, and values that are not written as usual. */
final class RowSpellings {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

    private final Optional<InstantFormat> usualTimes;
    private final boolean writesNumbersAsText;
    private final Map<Class<?>, Map<String, JavaType>> known = new HashMap<>();
    private final Set<String> unknownFields = new TreeSet<>();
    private final Set<String> oddTimes = new TreeSet<>();
    private final Set<String> numbersAsText = new TreeSet<>();
    private final Set<String> fractions = new TreeSet<>();
    private int rows;

    RowSpellings(Optional<InstantFormat> usualTimes, boolean writesNumbersAsText) {
        this.usualTimes = usualTimes;
        this.writesNumbersAsText = writesNumbersAsText;
    }

    /** How many rows could be compared. */
    int rows() {
        return rows;
    }

    /** The paths of fields that the record does not have. */
    Set<String> unknownFields() {
        return unknownFields;
    }

    /** The paths of times in another format than the usual one. */
    Set<String> oddTimes() {
        return oddTimes;
    }

    /** The paths of numbers and durations that are JSON texts. */
    Set<String> numbersAsText() {
        return numbersAsText;
    }

    /** The paths of whole numbers and durations that have a fraction. */
    Set<String> fractions() {
        return fractions;
    }

    /** Compares a call's row, if the call keeps it. */
    void read(Call call) {
        Optional<Object> record = call.as(Object.class);
        if (record.isEmpty() || call.rawJson().isEmpty()) {
            return;
        }
        try {
            JsonNode row = MAPPER.readTree(call.rawJson().get());
            rows++;
            object(row, MAPPER.constructType(record.get().getClass()), "");
        } catch (JsonProcessingException e) {
            return; // a row with a broken character is read elsewhere, and named there
        }
    }

    private void object(JsonNode object, JavaType type, String path) {
        Map<String, JavaType> fields = known.computeIfAbsent(type.getRawClass(), any -> fields(type));
        object.fieldNames().forEachRemaining(name -> {
            String fieldPath = path.isEmpty() ? name : path + "." + name;
            JavaType field = fields.get(name);
            if (field == null) {
                unknownFields.add(fieldPath);
            } else {
                value(object.path(name), field, fieldPath);
            }
        });
    }

    private static Map<String, JavaType> fields(JavaType type) {
        Map<String, JavaType> fields = new HashMap<>();
        for (BeanPropertyDefinition field :
                MAPPER.getDeserializationConfig().introspect(type).findProperties()) {
            fields.put(field.getName(), field.getPrimaryType());
        }
        return fields;
    }

    private void value(JsonNode value, JavaType type, String path) {
        Class<?> raw = type.getRawClass();
        if (type.isCollectionLikeType()) {
            list(value, type.getContentType(), path);
        } else if (raw.isRecord() && value.isObject()) {
            object(value, type, path);
        } else if (raw == Instant.class) {
            time(value, path);
        } else if (raw == Duration.class || raw == Long.class) {
            number(value, path);
        }
    }

    /** The elements of a list, of an object whose names are indexes, or a single one without a list around it. */
    private void list(JsonNode value, JavaType content, String path) {
        boolean isIndexed = value.isObject() && areIndexes(value);
        if (value.isArray() || isIndexed) {
            value.forEach(element -> value(element, content, path));
        } else {
            value(value, content, path);
        }
    }

    private static boolean areIndexes(JsonNode object) {
        boolean areIndexes = true;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            areIndexes &= INDEX.matcher(field.getKey()).matches();
        }
        return areIndexes;
    }

    private void time(JsonNode value, String path) {
        String text = value.asText().strip();
        boolean isAbsent = text.isEmpty() || !(value.isTextual() || value.isNumber());
        if (usualTimes.isPresent() && !isAbsent && !isUsual(usualTimes.get(), text)) {
            oddTimes.add(path);
        }
    }

    private static boolean isUsual(InstantFormat format, String text) {
        boolean isDate = text.length() > 10 && text.charAt(4) == '-' && "Tt ".indexOf(text.charAt(10)) >= 0;
        boolean hasZone = isDate && text.substring(11).matches(".*([Zz]|[+-]\\d\\d:?\\d\\d)");
        return switch (format) {
            case ISO -> hasZone;
            case ISO_OR_UTC -> isDate;
            case RFC_2822 -> text.matches("([A-Za-z]{3}, )?\\d{1,2} [A-Za-z]{3} .*");
            case EPOCH_SECONDS -> text.matches("\\d+");
        };
    }

    private void number(JsonNode value, String path) {
        if (!writesNumbersAsText && value.isTextual() && !value.textValue().isBlank()) {
            numbersAsText.add(path);
        } else if (value.isFloatingPointNumber()) {
            fractions.add(path);
        }
    }
}
