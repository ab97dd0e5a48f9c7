package dev.callist.benchmarks;

import java.util.List;

/**
 * What one table of the walk benchmark is measured on.
 *
 * @param latencyMillis how long the server waits before each answer
 */
record Setting(Shape shape, int calls, int latencyMillis, boolean gzip) {
    /** The setting that {@link #args} gave. */
    static Setting parse(String... args) {
        return new Setting(
                Shape.valueOf(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Boolean.parseBoolean(args[3]));
    }

    List<String> args() {
        return List.of(shape.name(), Integer.toString(calls), Integer.toString(latencyMillis), Boolean.toString(gzip));
    }

    /** As the heading of a table. */
    String title() {
        return shape.provider() + ", " + calls + " calls, " + latencyMillis + " ms" + (gzip ? ", gzip" : "");
    }
}
