package dev.callist.benchmarks.server;

import java.util.List;

/**
 * The list that one table of the walk benchmark measures.
 *
 * @param latencyMillis how long the server waits before each response
 */
public record WalkSetting(ListShape shape, int calls, int latencyMillis, boolean gzip) {
    /** Reads a setting from its {@link #args}. */
    static WalkSetting parse(String... args) {
        return new WalkSetting(
                ListShape.valueOf(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Boolean.parseBoolean(args[3]));
    }

    /** Returns this setting as arguments of the server process. */
    List<String> args() {
        return List.of(shape.name(), Integer.toString(calls), Integer.toString(latencyMillis), Boolean.toString(gzip));
    }

    /** Returns the heading of the table. */
    public String title() {
        return shape.provider() + ", " + calls + " calls, " + latencyMillis + " ms latency" + (gzip ? ", gzip" : "");
    }
}
