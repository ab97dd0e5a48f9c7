package dev.callist.report.internal.count;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Values by name, for a bounded number of names of bounded length; all further names share one value. */
final class BoundedNames<V> {
    /** The name of all names after the last one that is kept. */
    static final String OTHER = "(other)";

    private static final int LONGEST = 80;

    private final int most;
    private final Supplier<V> initial;
    private final Map<String, V> values = new LinkedHashMap<>();

    BoundedNames(int most, Supplier<V> initial) {
        this.most = most;
        this.initial = initial;
    }

    V of(String name) {
        String shown = cut(name, LONGEST);
        V known = values.get(shown);
        if (known != null) {
            return known;
        }
        return values.computeIfAbsent(values.size() < most ? shown : OTHER, added -> initial.get());
    }

    /** The values by name, in the order in which they were added. */
    Map<String, V> all() {
        return values;
    }

    /** A text of a bounded length. */
    static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
