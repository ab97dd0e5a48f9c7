package dev.callist.testkit.matrix;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in capitals that are replaced in each case, such as {@code LIST} by the key of the list of calls. */
public record CaseWords(Map<String, String> meanings) {
    static final CaseWords NONE = new CaseWords(Map.of());

    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Z0-9]+\\b");

    public CaseWords with(String word, String meaning) {
        Map<String, String> more = new HashMap<>(meanings);
        more.put(word, meaning);
        return new CaseWords(Map.copyOf(more));
    }

    /** Whether a text has a word without a replacement. */
    boolean lacks(String text) {
        return WORD.matcher(text).results().anyMatch(found -> "".equals(meanings.get(found.group())));
    }

    public String in(String text) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(meanings.getOrDefault(found.group(), found.group())));
    }
}
