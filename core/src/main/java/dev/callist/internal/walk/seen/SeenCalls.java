package dev.callist.internal.walk.seen;

import dev.callist.Call;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last 20,000 calls of a walk, so that a call that appears on two pages is handed over once. Each takes
 * 40 to 48 bytes: a ring holds the keys and identities in their order, and an open-addressing table finds a key's index
 * in the ring. Calls that share an id have keys that follow from one another. Not thread-safe.
 */
public final class SeenCalls {
    private static final int MAX_REMEMBERED = 20_000;
    private static final int SMALLEST = 64;

    /** How many calls of one id are told apart even when more is known of them later. */
    private static final int MAX_OF_ONE_ID = 16;

    /** What is known about a call that is seen. */
    public enum Sighting {
        /** No call of this id is remembered. */
        FIRST,
        /** It is remembered. */
        AGAIN,
        /** Its id is remembered, but of calls that it cannot be. */
        OTHER_CALL
    }

    private final int most;
    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private long[] parties = new long[SMALLEST];
    private long[] facts = new long[SMALLEST];
    private int[] table = new int[2 * SMALLEST];
    private int size;
    private int oldest;
    private CallKey.@Nullable Prefix prefix;

    /** Starts with rows that an earlier walk has passed. */
    public SeenCalls(List<CallKey> known) {
        this(MAX_REMEMBERED);
        known.forEach(this::add);
    }

    SeenCalls(int most) {
        this.most = most;
    }

    /** Remembers a call. */
    public Sighting add(Call call) {
        CallIdentity identity = CallIdentity.of(call);
        return add(key(call).with(identity));
    }

    /** Whether the id of a call is remembered, but only of calls that it cannot be. */
    public boolean isOther(Call call) {
        CallKey key = key(call);
        if (!contains(key)) {
            return false;
        }
        CallKey own = own(key.with(CallIdentity.of(call)));
        return !contains(own);
    }

    /** Whether a call with this key is remembered. */
    public boolean contains(CallKey key) {
        return table[slot(key.high(), key.low())] != 0;
    }

    /** Whether calls may have been forgotten. */
    public boolean isFull() {
        return size == most;
    }

    private CallKey key(Call call) {
        CallKey.Prefix known = prefix;
        if (known == null || !known.fits(call)) {
            known = CallKey.Prefix.of(call);
            prefix = known;
        }
        return known.key(call);
    }

    /** Adds a key, replacing the oldest one if the set is full. */
    public Sighting add(CallKey key) {
        CallKey own = own(key);
        int slot = slot(own.high(), own.low());
        if (table[slot] != 0) {
            int place = table[slot] - 1;
            set(place, identity(place).and(key.identity()));
            return Sighting.AGAIN;
        }
        if (size == most) {
            remove(slot(high[oldest], low[oldest]));
            put(own, oldest);
            oldest = (oldest + 1) % most;
        } else {
            if (size == high.length) {
                grow();
            }
            put(own, size);
            size++;
        }
        return own.equals(key) ? Sighting.FIRST : Sighting.OTHER_CALL;
    }

    /** The key under which a call is remembered, or would be: that of its id, unless other calls have that. */
    private CallKey own(CallKey key) {
        CallKey own = key;
        for (int others = 1; isOfOther(own, key.identity()); others++) {
            boolean isLast = others == MAX_OF_ONE_ID;
            own = key.other(isLast ? key.identity().hashCode() : others).with(key.identity());
            if (isLast) {
                return own;
            }
        }
        return own;
    }

    private boolean isOfOther(CallKey key, CallIdentity identity) {
        int entry = table[slot(key.high(), key.low())];
        return entry != 0 && !identity(entry - 1).fits(identity);
    }

    private CallIdentity identity(int place) {
        return new CallIdentity(parties[place], facts[place]);
    }

    private void set(int place, CallIdentity identity) {
        parties[place] = identity.parties();
        facts[place] = identity.facts();
    }

    private void put(CallKey key, int place) {
        high[place] = key.high();
        low[place] = key.low();
        set(place, key.identity());
        table[slot(key.high(), key.low())] = place + 1;
    }

    private void grow() {
        high = Arrays.copyOf(high, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        parties = Arrays.copyOf(parties, 2 * size);
        facts = Arrays.copyOf(facts, 2 * size);
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
