package dev.callist;

import java.util.Arrays;

/**
 * The keys that were added last, up to a number of them; 24 to 32 bytes each. A ring holds them in their order, and a table of
 * open addresses tells where in the ring a key is.
 */
final class RecentKeys {
    private static final int SMALLEST = 64;

    private final int most;
    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int[] table = new int[2 * SMALLEST];
    private int size;
    private int oldest;

    RecentKeys(int most) {
        this.most = most;
    }

    /** Adds a key, in the place of the oldest one when there are enough; false when it is there. */
    boolean add(CallKey key) {
        int slot = slot(key.high(), key.low());
        if (table[slot] != 0) {
            return false;
        }
        if (size == most) {
            remove(slot(high[oldest], low[oldest]));
            put(key, oldest);
            oldest = (oldest + 1) % most;
        } else {
            if (size == high.length) {
                grow();
            }
            put(key, size);
            size++;
        }
        return true;
    }

    private void put(CallKey key, int place) {
        high[place] = key.high();
        low[place] = key.low();
        table[slot(key.high(), key.low())] = place + 1;
    }

    private void grow() {
        high = Arrays.copyOf(high, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        table = new int[4 * size];
        for (int place = 0; place < size; place++) {
            table[slot(high[place], low[place])] = place + 1;
        }
    }

    /** Frees a slot, and moves up what would not be found any more behind a free one. */
    private void remove(int slot) {
        int free = slot;
        for (int next = after(slot); table[next] != 0; next = after(next)) {
            int home = home(low[table[next] - 1]);
            if (distance(home, next) >= distance(free, next)) {
                table[free] = table[next];
                free = next;
            }
        }
        table[free] = 0;
    }

    /** Where a key stands in the table, or the free slot where it would. */
    private int slot(long keyHigh, long keyLow) {
        int slot = home(keyLow);
        while (table[slot] != 0 && (low[table[slot] - 1] != keyLow || high[table[slot] - 1] != keyHigh)) {
            slot = after(slot);
        }
        return slot;
    }

    private int home(long keyLow) {
        return (int) keyLow & (table.length - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (table.length - 1);
    }

    private int distance(int from, int to) {
        return (to - from) & (table.length - 1);
    }
}
