package dev.callist.testkit.internal.calls;

/** Numbers that look random and depend on an index alone. */
public final class IndexHash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int STRIDE = 0x9E3779B1;
    private static final int STRIDE_INVERSE = inverse(STRIDE);
    private static final int OFFSET = 0x5BD1E995;

    private IndexHash() {}

    /** 64 bits for an index; another salt gives others. */
    static long bits(int index, int salt) {
        long z = (index + 1L) * GOLDEN + salt * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to {@code bound} - 1. */
    public static int below(int bound, int index, int salt) {
        return (int) Long.remainderUnsigned(bits(index, salt), bound);
    }

    /** Another number for each number, so that {@link #unscramble} finds it again. */
    public static int scramble(int index) {
        return index * STRIDE ^ OFFSET;
    }

    static int unscramble(int scrambled) {
        return (scrambled ^ OFFSET) * STRIDE_INVERSE;
    }

    /** The inverse of an odd number in 32-bit arithmetic, by Newton's method. */
    private static int inverse(int odd) {
        int inverse = odd;
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
