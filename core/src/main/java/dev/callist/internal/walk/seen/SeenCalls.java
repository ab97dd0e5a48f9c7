package dev.callist.internal.walk.seen;

import dev.callist.Call;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last 20,000 calls of a walk, so that a call that appears on two pages is handed over once. Each takes 24 to
 * 32 bytes: a ring holds the keys in their order, and an open-addressing table finds a key's index in the ring. Not
 * thread-safe.
 */
public final class SeenCalls {
    private static final int MOST_REMEMBERED = 20_000;
    private static final int SMALLEST = 64;

    private final int most;
    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int[] table = new int[2 * SMALLEST];
    private int size;
    private int oldest;
    private CallKey.@Nullable Prefix prefix;

    /** Starts with rows that an earlier walk has passed. */
    public SeenCalls(List<CallKey> known) {
        this(MOST_REMEMBERED);
        known.forEach(this::add);
    }

    SeenCalls(int most) {
        this.most = most;
    }

    /** Remembers a call; returns false when it was remembered already. */
    public boolean add(Call call) {
        CallKey.Prefix known = prefix;
        if (known == null || !known.fits(call)) {
            known = CallKey.Prefix.of(call);
            prefix = known;
        }
        return add(known.key(call));
    }

    /** Whether a call with this key is remembered. */
    public boolean contains(CallKey key) {
        return table[slot(key.high(), key.low())] != 0;
    }

    /** Whether calls may have been forgotten. */
    public boolean isFull() {
        return size == most;
    }

    /** Adds a key, replacing the oldest one if the set is full; returns false if the key is already present. */
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

    /** Frees a slot, and moves up the entries that could not be found past the free slot. */
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

    /** The slot of a key in the table, or the free slot that it would take. */
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
