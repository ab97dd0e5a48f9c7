package dev.callist.testkit.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Changes the JSON of any provider's page. */
public final class PageEditor {
    /** Keeps numbers as they are written. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final List<String> ROWS = List.of("results", "calls", "data");
    private static final List<String> NEXT = List.of("/nextPageToken", "/next_page_uri", "/meta/next", "/links/next");
    private static final List<String> TOTAL = List.of("/total", "/meta/total");

    private final ObjectNode page;

    private PageEditor(ObjectNode page) {
        this.page = page;
    }

    public static String edited(String text, Consumer<PageEditor> edit) {
        PageEditor answer = new PageEditor((ObjectNode) json(text));
        edit.accept(answer);
        return answer.page.toString();
    }

    /** JSON from text with single quotes. */
    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the body is not JSON", e);
        }
    }

    /** The rows. */
    public ArrayNode rows() {
        return (ArrayNode) page.get(rowsField());
    }

    /** The row at an index. */
    public ObjectNode row(int place) {
        return (ObjectNode) rows().get(place);
    }

    /** The name of the field with the rows. */
    String rowsField() {
        return ROWS.stream().filter(page::has).findFirst().orElseThrow();
    }

    /** Moves the rows to the end of the page. */
    void rowsLast() {
        String field = rowsField();
        page.set(field, page.remove(field));
    }

    /** Puts null in place of the list of rows. */
    void nullRows() {
        page.putNull(rowsField());
    }

    /** Replaces the link to the next page if the page has one, even if it is null. */
    void nextIfAny(String json) {
        NEXT.stream()
                .map(JsonPointer::compile)
                .filter(pointer -> !page.at(pointer).isMissingNode())
                .findFirst()
                .ifPresent(pointer -> set(json, pointer));
    }

    /** The link to the next page. */
    public JsonNode next() {
        return page.at(place(NEXT));
    }

    /** Replaces the link to the next page; empty text removes the field. */
    public void next(String json) {
        set(json, place(NEXT));
    }

    /** Replaces the total; empty text removes the field. */
    public void total(String json) {
        set(json, place(TOTAL));
    }

    private void set(String json, JsonPointer place) {
        ObjectNode holder = (ObjectNode) page.at(place.head());
        String field = place.last().getMatchingProperty();
        if (json.isEmpty()) {
            holder.remove(field);
            return;
        }
        holder.set(field, json(json));
    }

    private JsonPointer place(List<String> known) {
        return known.stream()
                .map(JsonPointer::compile)
                .filter(pointer -> !page.at(pointer).isMissingNode())
                .findFirst()
                .orElseThrow();
    }
}
