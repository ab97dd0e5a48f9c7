package dev.callist.spark.internal.query;

import java.time.Duration;

/**
 * How accounts are cut into slices.
 *
 * @param mode how
 * @param length of a slice, for FIXED
 */
public record Slicing(Mode mode, Duration length) {
    /** By what the lengths of slices are chosen. */
    public enum Mode {
        /** By how many calls a first request finds, if there are fewer accounts than the cluster can read at once. */
        AUTO,
        /** An account is one slice. */
        NONE,
        /** All slices have the same length. */
        FIXED
    }

    static Slicing of(String text) {
        return switch (text) {
            case "auto" -> new Slicing(Mode.AUTO, Duration.ZERO);
            case "none" -> new Slicing(Mode.NONE, Duration.ZERO);
            default -> new Slicing(Mode.FIXED, OptionReader.duration("slices", text));
        };
    }
}
