package dev.callist.testkit.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a row while it is written, in any order. */
final class RowSheet {
    private static final List<String> EXTRA =
            List.of("x", "", "__proto__", "\u00ff", "\\ud83d", "a\tb", "\\u0000", "id2");

    private final Dice dice;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();
    private final Set<String> set = new HashSet<>();

    RowSheet(Dice dice) {
        this.dice = dice;
    }

    /** Adds the id, unless it is left out. */
    Reading<String> putId(String name, Spelled<String> id) {
        set.add(name);
        id.json().ifPresent(json -> fields.add(Map.entry(name, json)));
        return id.reading();
    }

    /** Adds a field, unless it is left out; rarely its name is broken. */
    <T> Reading<T> put(String name, Spelled<T> value) {
        set.add(name);
        if (value.json().isEmpty()) {
            return value.reading();
        }
        String json = value.json().get();
        if (dice.isUnreadable() && dice.percent(10)) {
            String brokenName = RawJson.broken(name, dice);
            fields.add(Map.entry(brokenName.substring(1, brokenName.length() - 1), json));
            return value.reading().doubted();
        }
        fields.add(Map.entry(name, json));
        return value.reading();
    }

    /** Adds a field as it is. */
    void put(String name, String json) {
        set.add(name);
        fields.add(Map.entry(name, json));
    }

    /** Says that a field of the well-formed row is left out. */
    void leaveOut(String name) {
        set.add(name);
    }

    /** Adds what else a well-formed row has, with some values of other types, and some fields that no row has. */
    void fillFrom(ObjectNode wellFormed) {
        wellFormed.properties().forEach(field -> {
            if (!set.contains(field.getKey())) {
                String json = new String(
                        field.getValue().toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                fields.add(Map.entry(field.getKey(), dice.percent(10) ? RawJson.any(dice) : json));
            }
        });
        for (int i = dice.below(3); i > 0; i--) {
            fields.add(Map.entry(dice.oneOf(EXTRA) + i, RawJson.any(dice)));
        }
    }

    /** The row. */
    String json() {
        dice.shuffle(fields);
        String blank = dice.oneOf("", "", " ", "\n\t");
        return fields.stream()
                .map(field -> "\"" + field.getKey() + "\":" + blank + field.getValue())
                .collect(Collectors.joining("," + blank, "{" + blank, "}"));
    }

    /** An object with these fields that are not left out. */
    static String object(List<Map.Entry<String, Optional<String>>> fields) {
        return fields.stream()
                .filter(field -> field.getValue().isPresent())
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue().get())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
