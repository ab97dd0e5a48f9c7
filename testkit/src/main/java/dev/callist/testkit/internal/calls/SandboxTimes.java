package dev.callist.testkit.internal.calls;

import java.time.Instant;

/**
 * When the calls of the set were made: four in every six minutes, at irregular distances, the first two of each four
 * often within one second, never two in the same millisecond.
 */
public final class SandboxTimes {
    private static final long NEWEST = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final int CALLS_IN_SLOT = 4;
    private static final long SLOT_MILLIS = 360_000;

    private SandboxTimes() {}

    public static Instant createdAt(int index) {
        return Instant.ofEpochMilli(createdMillis(index));
    }

    public static long createdMillis(int index) {
        int slot = slot(index);
        long age = slot == 0 ? 0 : IndexHash.below(60_000, slot, 10);
        if (place(index) > 0) {
            age += 100 + IndexHash.below(700, slot, 11);
        }
        if (place(index) > 1) {
            age += 10_000 + IndexHash.below(60_000, slot, 12);
        }
        if (place(index) > 2) {
            age += 1_000 + IndexHash.below(120_000, slot, 13);
        }
        return NEWEST - slot * SLOT_MILLIS - age;
    }

    /** The group of four that a call belongs to. */
    public static int slot(int index) {
        return index / CALLS_IN_SLOT;
    }

    /** A call's place in its group of four, 0 the newest. */
    public static int place(int index) {
        return index % CALLS_IN_SLOT;
    }
}
