package dev.callist;

/**
 * Notices a cursor that was used before in the same walk, in flat memory: it remembers the hashes of the first 2^20 cursors,
 * and finds cycles beyond them by Brent's method.
 */
final class CursorGuard {
    private static final int MOST_REMEMBERED = 1 << 20;

    private final LongSet remembered = new LongSet();
    private final int mostRemembered;
    private long tortoise;
    private long steps;
    private long power;

    CursorGuard() {
        this(MOST_REMEMBERED);
    }

    CursorGuard(int mostRemembered) {
        this.mostRemembered = mostRemembered;
    }

    boolean wasUsed(Cursor cursor) {
        long hash = Hash64.of(cursor.text());
        return remembered.contains(hash) || (power > 0 && hash == tortoise);
    }

    void use(Cursor cursor) {
        long hash = Hash64.of(cursor.text());
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
}
