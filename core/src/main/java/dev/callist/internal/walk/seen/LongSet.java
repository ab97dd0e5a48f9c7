package dev.callist.internal.walk.seen;

/** A growing set of 64-bit hashes, 16 bytes an entry at most. */
final class LongSet {
    private static final int SMALLEST = 64;

    private long[] slots = new long[SMALLEST];
    private int size;
    private boolean hasZero;

    int size() {
        return size;
    }

    boolean contains(long value) {
        return value == 0 ? hasZero : slots[slotOf(slots, value)] == value;
    }

    void add(long value) {
        if (contains(value)) {
            return;
        }
        size++;
        if (value == 0) {
            hasZero = true;
            return;
        }
        if (size * 2 > slots.length) {
            grow();
        }
        slots[slotOf(slots, value)] = value;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long value : slots) {
            if (value != 0) {
                larger[slotOf(larger, value)] = value;
            }
        }
        slots = larger;
    }

    private static int slotOf(long[] slots, long value) {
        int slot = (int) (value ^ (value >>> 32)) & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
