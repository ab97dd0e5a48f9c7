package dev.callist.testkit.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows of a page with a canary in their fields; the call's own id stays, because it is meant to be shown. */
final class CanaryRows {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> IDS = Set.of("id", "sid");

    private final Canary canary;

    private CanaryRows(Canary canary) {
        this.canary = canary;
    }

    /** A page with a canary in every field of every row, and in the last row nothing else. */
    static String everywhere(String page, Canary canary) {
        CanaryRows planted = new CanaryRows(canary);
        return changed(page, rows -> {
            rows.forEach(row -> planted.leaves(row, "").forEach(Leaf::plant));
            rows.forEach(row -> ((ObjectNode) row).put(canary.text(), canary.text()));
            rows.set(rows.size() - 1, canary.text());
        });
    }

    /** A page whose rows each have a canary in a different field. */
    static String oneByOne(String page, Canary canary) {
        CanaryRows planted = new CanaryRows(canary);
        return changed(page, rows -> {
            for (int i = 0; i < rows.size(); i++) {
                List<Leaf> leaves = planted.leaves(rows.get(i), "");
                leaves.get(i % leaves.size()).plant();
            }
        });
    }

    /** Changes the rows of a page. */
    private interface Change {
        void to(ArrayNode rows);
    }

    /** Puts the canary where a value is. */
    private interface Leaf {
        void plant();
    }

    private static String changed(String page, Change change) {
        try {
            JsonNode tree = MAPPER.readTree(page);
            for (JsonNode field : tree) {
                if (field instanceof ArrayNode rows && !rows.isEmpty()) {
                    change.to(rows);
                }
            }
            return MAPPER.writeValueAsString(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("only a page's JSON can be changed", e);
        }
    }

    private List<Leaf> leaves(JsonNode node, String name) {
        List<Leaf> leaves = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                Leaf here = () -> field.setValue(planted(field.getValue()));
                leaves.addAll(leavesOf(field.getValue(), field.getKey(), here));
            });
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                Leaf here = () -> array.set(index, planted(array.get(index)));
                leaves.addAll(leavesOf(array.get(i), name, here));
            }
        }
        return leaves;
    }

    private List<Leaf> leavesOf(JsonNode value, String name, Leaf here) {
        if (value.isContainerNode()) {
            return leaves(value, name);
        }
        return IDS.contains(name) ? List.of() : List.of(here);
    }

    private JsonNode planted(JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return value.isNumber() ? nodes.numberNode(Canary.DIGITS) : nodes.textNode(canary.text());
    }
}
