package dev.callist.testkit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The names of a provider's fields, as paths with dots.
 *
 * @param id the id
 * @param created the time that {@link dev.callist.Call#createdAt} is read from
 * @param duration the duration
 * @param caller the address of the caller of an inbound call
 * @param text a text that people write, such as a name
 * @param words the fields that tell status and direction in words; absent if the provider has none
 * @param substitutes fields that are read if the creation time or the duration is absent
 */
public record RowFields(
        String id,
        String created,
        Duration duration,
        String caller,
        String text,
        Optional<Words> words,
        List<String> substitutes) {
    /** The fields of rows that tell everything once. */
    public RowFields(String id, String created, Duration duration, String caller, String text, Optional<Words> words) {
        this(id, created, duration, caller, text, words, List.of());
    }

    /**
     * A field with a duration.
     *
     * @param name the field's name
     * @param unit the unit of a plain number
     */
    public record Duration(String name, TimeUnit unit) {}

    /**
     * The fields with words.
     *
     * @param status the field that {@link dev.callist.Call#status} is read from
     * @param direction the field that {@link dev.callist.Call#direction} is read from
     */
    public record Words(String status, String direction) {}

    /** Sets a field of a row, by its path, and removes the substitutes, so that only this field counts. */
    void change(ObjectNode row, String path, JsonNode value) {
        set(row, path, value);
        row.remove(substitutes);
    }

    /** Sets a field of a row, by its path. */
    static void set(ObjectNode row, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            row.set(path, value);
            return;
        }
        String outer = path.substring(0, dot);
        ObjectNode inner = row.get(outer) instanceof ObjectNode present ? present : row.putObject(outer);
        set(inner, path.substring(dot + 1), value);
    }
}
