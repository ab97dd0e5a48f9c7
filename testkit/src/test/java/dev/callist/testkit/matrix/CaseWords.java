package dev.callist.testkit.matrix;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in capitals that are replaced in each case, such as {@code LIST} by the key of the list of calls. A word that
 * follows another one at once is in braces: {@code SELF{PATH}}.
 */
public record CaseWords(Map<String, String> meanings) {
    static final CaseWords NONE = new CaseWords(Map.of());

    private static final Pattern WORD = Pattern.compile("\\{([A-Z][A-Z0-9]+)\\}|\\b[A-Z][A-Z0-9]+\\b");

    public CaseWords with(String word, String meaning) {
        Map<String, String> more = new HashMap<>(meanings);
        more.put(word, meaning);
        return new CaseWords(Map.copyOf(more));
    }

    /** Whether a text has a word without a replacement. */
    boolean lacks(String text) {
        return WORD.matcher(text).results().anyMatch(found -> "".equals(meanings.get(word(found))));
    }

    public String in(String text) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(meanings.getOrDefault(word(found), found.group())));
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group() : found.group(1);
    }
}
