package dev.callist.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes filters as the API's JSON: a single value as such, several as a list, durations as numbers. */
final class SearchBody {
    private static final Set<String> NUMBERS = Set.of("min_duration", "max_duration");
    private static final String FLAG = "voicemail";

    private SearchBody() {}

    static String of(Map<String, List<String>> filters) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        filters.forEach((name, values) -> put(body, name, values));
        return body.toString();
    }

    private static void put(ObjectNode body, String name, List<String> values) {
        String first = values.get(0);
        if (NUMBERS.contains(name)) {
            body.put(name, Long.parseLong(first));
        } else if (name.equals(FLAG)) {
            body.put(name, Boolean.parseBoolean(first));
        } else if (values.size() == 1) {
            body.put(name, first);
        } else {
            ArrayNode list = body.putArray(name);
            values.forEach(list::add);
        }
    }
}
