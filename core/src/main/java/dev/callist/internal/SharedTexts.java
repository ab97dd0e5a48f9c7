package dev.callist.internal;

/**
 * Gives equal short texts as one object: words, numbers and account ids stand in row after row. A text may push another out;
 * then there are two equal ones. Thread-safe: what another thread has put here is a whole text or not seen.
 */
final class SharedTexts {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 40;

    private final String[] texts = new String[SLOTS];

    String of(char[] chars, int from, int length) {
        if (length > LONGEST) {
            return new String(chars, from, length);
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        String known = texts[slot];
        if (known != null && isEqual(known, chars, from, length)) {
            return known;
        }
        String text = new String(chars, from, length);
        texts[slot] = text;
        return text;
    }

    private static boolean isEqual(String known, char[] chars, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }
}
