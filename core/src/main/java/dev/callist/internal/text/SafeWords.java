package dev.callist.internal.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a provider's short technical words for texts, and rejects secrets, phone numbers, and long or unusual values.
 */
public final class SafeWords {
    private static final Pattern HASH = Pattern.compile("(?i)(?<![0-9a-z])"
            + "([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{16,})(?![0-9a-z])");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_ID = 128;
    private static final int SHORTEST_REVEALING = 6;

    private SafeWords() {}

    /** An error code; absent when it is not safe to show. */
    public static Optional<String> code(String word, List<String> secrets) {
        return plain(word, LONGEST_CODE, secrets).filter(code -> !PhoneNumbers.mayBeIn(code));
    }

    /** An id of a request; absent when it is not safe to show. */
    public static Optional<String> id(@Nullable String word, List<String> secrets) {
        return word == null
                ? Optional.empty()
                : plain(word, LONGEST_ID, secrets).filter(id -> !PhoneNumbers.mayBeIn(withoutHashes(id)));
    }

    /** An id without its UUIDs and hexadecimal words, which contain long runs of digits by chance. */
    private static String withoutHashes(String id) {
        return HASH.matcher(id).replaceAll("x");
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
}
