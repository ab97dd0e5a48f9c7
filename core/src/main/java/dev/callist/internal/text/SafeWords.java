package dev.callist.internal.text;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a provider's short technical words for texts, and rejects secrets, phone numbers, and long or unusual values.
 */
public final class SafeWords {
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_ID = 128;
    private static final int MOST_DIGITS_IN_A_ROW = 6;
    private static final int SHORTEST_REVEALING = 6;

    private SafeWords() {}

    /** An error code; absent when it is not safe to show. */
    public static Optional<String> code(String word, List<String> secrets) {
        return plain(word, LONGEST_CODE, secrets).filter(code -> longestDigits(code) <= MOST_DIGITS_IN_A_ROW);
    }

    /** An id of a request; absent when it is not safe to show. */
    public static Optional<String> id(@Nullable String word, List<String> secrets) {
        return word == null ? Optional.empty() : plain(word, LONGEST_ID, secrets);
    }

    private static Optional<String> plain(String word, int longest, List<String> secrets) {
        boolean isPlain = !word.isEmpty()
                && word.length() <= longest
                && word.chars().allMatch(c -> (Character.isLetterOrDigit(c) && c < 128) || "-_.:".indexOf(c) >= 0);
        boolean reveals = secrets.stream()
                .anyMatch(secret ->
                        word.contains(secret) || (secret.contains(word) && word.length() >= SHORTEST_REVEALING));
        return isPlain && !reveals ? Optional.of(word) : Optional.empty();
    }

    /** The longest run of digits. Punctuation does not end a run, because phone numbers contain it. */
    private static int longestDigits(String word) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                run++;
            } else if (Character.isLetter(word.charAt(i))) {
                run = 0;
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
