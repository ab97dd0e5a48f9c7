package dev.callist.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What the pages of a provider document, as a list that is kept with the tests.
 *
 * @param provider the provider's name
 * @param title the pages
 * @param rows the JSON of a page, with {@code ROW} in place of its only row
 * @param items everything that is documented
 */
record DocumentedApi(String provider, String title, String rows, List<Item> items) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What an item is. */
    enum Kind {
        ENDPOINT,
        HEADER,
        /** A parameter that the walk sets. */
        PAGING,
        PARAMETER,
        /** A word that a parameter takes. */
        CHOICE,
        FIELD,
        /** A word that a field has. */
        WORD
    }

    /**
     * One thing that is documented.
     *
     * @param name of the endpoint's method, the header, the parameter or the field
     * @param sample the endpoint's path, the start of the header's value, or a value
     */
    record Item(Kind kind, String name, String sample) {}

    static DocumentedApi of(String provider) {
        List<String> lines = lines("/dev/callist/coverage/" + provider + ".txt");
        List<Item> items = lines.stream().skip(2).map(DocumentedApi::item).toList();
        return new DocumentedApi(
                provider, lines.get(0).substring("# ".length()), lines.get(1).substring("rows ".length()), items);
    }

    List<Item> all(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    /** Returns a page whose row has every documented field. */
    String page() {
        return pageWith(List.of());
    }

    /** Returns a page whose row has every documented field, and these items instead of the samples of their fields. */
    String pageWith(List<Item> others) {
        ObjectNode row = MAPPER.createObjectNode();
        all(Kind.FIELD).forEach(field -> put(row, field));
        others.forEach(field -> put(row, field));
        return rows.replace("ROW", row.toString());
    }

    private static void put(ObjectNode row, Item field) {
        ObjectNode parent = row;
        String[] path = field.name().split("\\.", -1);
        for (int i = 0; i < path.length - 1; i++) {
            String name = path[i].replace("[]", "");
            if (path[i].endsWith("[]")) {
                ArrayNode list = parent.withArray("/" + name);
                parent = (ObjectNode) (list.isEmpty() ? list.addObject() : list.get(0));
            } else {
                parent = parent.withObject("/" + name);
            }
        }
        String last = path[path.length - 1];
        if (last.endsWith("[]")) {
            parent.putArray(last.replace("[]", "")).add(value(field.sample()));
        } else {
            parent.set(last, value(field.sample()));
        }
    }

    private static JsonNode value(String sample) {
        try {
            return MAPPER.readTree(sample);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(sample);
        }
    }

    private static Item item(String line) {
        String[] parts = line.split(" ", 3);
        return new Item(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parts.length > 2 ? parts[2] : "");
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(DocumentedApi.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
