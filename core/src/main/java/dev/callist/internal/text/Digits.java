package dev.callist.internal.text;

/** Reads numbers in their usual spelling without creating a {@code String}. */
public final class Digits {
    /** Every number of this many digits fits a {@code long}, and every decimal is within its bounds. */
    private static final int MOST = 18;

    private Digits() {}

    /** A whole number without a sign; -1 for anything else. */
    public static long number(char[] chars, int from, int length) {
        if (length < 1 || length > MOST) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < from + length; i++) {
            if (!isDigit(chars[i])) {
                return -1;
            }
            number = number * 10 + chars[i] - '0';
        }
        return number;
    }

    /**
     * Whether this is a decimal such as {@code -0.03}: digits, at most one point between them, at most a minus before.
     */
    public static boolean isDecimal(char[] chars, int from, int length) {
        int start = length > 1 && chars[from] == '-' ? from + 1 : from;
        int end = from + length;
        int points = 0;
        for (int i = start; i < end; i++) {
            if (chars[i] == '.' && i > start && i < end - 1) {
                points++;
            } else if (!isDigit(chars[i])) {
                return false;
            }
        }
        return points <= 1 && length >= 1 && length <= MOST;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
