package dev.callist.internal.walk.seen;

/**
 * Detects a cursor that was used before in the same walk, in constant memory: it remembers the hashes of the first 2^20
 * cursors and finds cycles beyond them with Brent's algorithm. Not thread-safe.
 */
public final class LoopDetector {
    private static final int MAX_REMEMBERED = 1 << 20;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final LongSet remembered = new LongSet();
    private final int mostRemembered;
    private long tortoise;
    private long steps;
    private long power;

    /** A detector that has seen no cursor. */
    public LoopDetector() {
        this(MAX_REMEMBERED);
    }

    LoopDetector(int mostRemembered) {
        this.mostRemembered = mostRemembered;
    }

    /** Whether the cursor was used before. */
    public boolean wasUsed(String cursor) {
        long hash = hash(cursor);
        return remembered.contains(hash) || (power > 0 && hash == tortoise);
    }

    /** Remembers a cursor as used. */
    public void use(String cursor) {
        long hash = hash(cursor);
        if (remembered.size() < mostRemembered) {
            remembered.add(hash);
            return;
        }
        if (steps == power) {
            tortoise = hash;
            power = power == 0 ? 1 : power * 2;
            steps = 0;
        }
        steps++;
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return CallKey.mixed(hash);
    }
}
