package dev.callist.testkit.rows;

import java.util.Optional;

/**
 * A field as a row has it.
 *
 * @param json its JSON; absent if the row leaves it out. Each char is one byte, because it need not be UTF-8
 * @param reading what it says
 */
record Spelled<T>(Optional<String> json, Reading<T> reading) {
    static <T> Spelled<T> certain(String json, T value) {
        return new Spelled<>(Optional.of(json), Reading.certain(value));
    }

    static <T> Spelled<T> likely(String json, T value) {
        return new Spelled<>(Optional.of(json), Reading.likely(value));
    }

    static <T> Spelled<T> unreadable(String json) {
        return new Spelled<>(Optional.of(json), Reading.none());
    }

    static <T> Spelled<T> absent() {
        return new Spelled<>(Optional.empty(), Reading.none());
    }
}
