package dev.callist.internal.walk.seen;

/** A growing set of 64-bit hashes with open addressing: 16 to 32 bytes an entry, 512 bytes at least. */
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
