package dev.callist.testkit;

import java.time.Instant;

/**
 * When the calls of the set were made: four in every six minutes, at irregular distances, the first two of each four often
 * within one second, never two in the same millisecond.
 */
final class SandboxTimes {
    private static final long NEWEST = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final int CALLS_IN_SLOT = 4;
    private static final long SLOT_MILLIS = 360_000;

    private SandboxTimes() {}

    static Instant createdAt(int index) {
        return Instant.ofEpochMilli(createdMillis(index));
    }

    static long createdMillis(int index) {
        int slot = slot(index);
        long age = slot == 0 ? 0 : Mix.below(60_000, slot, 10);
        if (place(index) > 0) {
            age += 100 + Mix.below(700, slot, 11);
        }
        if (place(index) > 1) {
            age += 10_000 + Mix.below(60_000, slot, 12);
        }
        if (place(index) > 2) {
            age += 1_000 + Mix.below(120_000, slot, 13);
        }
        return NEWEST - slot * SLOT_MILLIS - age;
    }

    /** The group of four that a call belongs to. */
    static int slot(int index) {
        return index / CALLS_IN_SLOT;
    }

    /** A call's place in its group of four, 0 the newest. */
    static int place(int index) {
        return index % CALLS_IN_SLOT;
    }
}
