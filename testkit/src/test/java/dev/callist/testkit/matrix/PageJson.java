package dev.callist.testkit.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON of a correct page, for editing. Values are written as they are given, whether they are JSON or not. */
final class PageJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode page;
    private final String listKey;

    private PageJson(ObjectNode page, String listKey) {
        this.page = page;
        this.listKey = listKey;
    }

    static PageJson of(byte[] body, String listKey) {
        try {
            return new PageJson((ObjectNode) MAPPER.readTree(body), listKey);
        } catch (IOException e) {
            throw new UncheckedIOException("only a page's JSON can be changed", e);
        }
    }

    /** Sets a field of the page; the parts of a path are separated by dots. */
    void set(String path, String value) {
        holder(path).putRawValue(last(path), new RawValue(value));
    }

    void remove(String path) {
        holder(path).remove(last(path));
    }

    /** Sets a field of the row in the middle. */
    void setInRow(String path, String value) {
        row().putRawValue(path, new RawValue(value));
    }

    void removeInRow(String name) {
        row().remove(name);
    }

    void replaceRow(String value) {
        int index = middle();
        rows().remove(index);
        rows().insertRawValue(index, new RawValue(value));
    }

    void repeatRow(int times) {
        ObjectNode row = row();
        for (int i = 0; i < times; i++) {
            rows().add(row);
        }
    }

    byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(page);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a page in memory cannot be written", e);
        }
    }

    private ObjectNode row() {
        return (ObjectNode) rows().get(middle());
    }

    private int middle() {
        return rows().size() / 2;
    }

    private ArrayNode rows() {
        return (ArrayNode) page.get(listKey);
    }

    private ObjectNode holder(String path) {
        int point = path.indexOf('.');
        JsonNode holder = point < 0 ? page : page.get(path.substring(0, point));
        return (ObjectNode) holder;
    }

    private static String last(String path) {
        return path.substring(path.indexOf('.') + 1);
    }
}
