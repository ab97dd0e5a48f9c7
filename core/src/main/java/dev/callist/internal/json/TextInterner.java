package dev.callist.internal.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Returns equal short texts as one object: words, numbers and account ids occur in row after row. A text is kept from
 * its second occurrence on, so that unique ids cost nothing. It may replace another text, which is then created again.
 * Not thread-safe: each thread has its own, because a shared table would move between the caches of the threads with
 * every id.
 */
final class TextInterner {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 40;
    private static final int LOOKED_AT = 8;

    private final @Nullable Known[] known = new Known[SLOTS];
    private final int[] seen = new int[SLOTS];

    String of(char[] chars, int from, int length) {
        if (length > LONGEST) {
            return new String(chars, from, length);
        }
        int hash = hash(chars, from, length);
        int slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
        Known candidate = known[slot];
        if (candidate != null
                && Arrays.equals(candidate.chars, 0, candidate.chars.length, chars, from, from + length)) {
            return candidate.text;
        }
        if (seen[slot] != hash) {
            seen[slot] = hash;
            return new String(chars, from, length);
        }
        Known added = new Known(Arrays.copyOfRange(chars, from, from + length));
        known[slot] = added;
        return added.text;
    }

    private static int hash(char[] chars, int from, int length) {
        int hash = length;
        for (int i = from + length - 1; i >= from; i -= 1 + length / LOOKED_AT) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }

    private static final class Known {
        private final char[] chars;
        private final String text;

        Known(char[] chars) {
            this.chars = chars;
            this.text = new String(chars);
        }
    }
}
