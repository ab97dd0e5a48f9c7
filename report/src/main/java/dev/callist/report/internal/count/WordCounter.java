package dev.callist.report.internal.count;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Counts technical words of providers. A word that may be something else, such as a name or a number, counts as {@code
 * (other)}.
 */
final class WordCounter {
    private static final Pattern TECHNICAL = Pattern.compile("[A-Za-z](?!.*[0-9]{5})[A-Za-z0-9_.\\[\\]-]{0,59}");

    private final BoundedNames<long[]> counts;

    WordCounter(int most) {
        counts = new BoundedNames<>(most, () -> new long[1]);
    }

    /** Counts a word, which is shown after a prefix. */
    void add(String prefix, String word) {
        boolean isTechnical = word.length() <= 60 && TECHNICAL.matcher(word).matches();
        counts.of(isTechnical ? prefix + word : BoundedNames.OTHER)[0]++;
    }

    Map<String, Long> counts() {
        Map<String, Long> sorted = new TreeMap<>();
        counts.all().forEach((name, count) -> sorted.put(name, count[0]));
        return sorted;
    }
}
