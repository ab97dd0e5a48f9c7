package dev.callist.cli.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the options of the command line in the place of the API's words in a message. */
public final class OptionWords {
    private static final Map<Pattern, String> OPTIONS = new LinkedHashMap<>();

    static {
        Map.of(
                        "createdFrom", "--created-from",
                        "createdBefore", "--created-before",
                        "minDuration", "--min-duration",
                        "maxDuration", "--max-duration",
                        "pageSize", "--page-size",
                        "maxAttempts", "--max-attempts",
                        "callTimeout", "--call-timeout",
                        "readTimeout", "--call-timeout",
                        "requestsPerSecond", "--rate")
                .forEach((word, option) -> OPTIONS.put(Pattern.compile("\\b" + word + "\\b"), option));
        OPTIONS.put(Pattern.compile("\\bconcurrency\\((\\d+)\\)"), "--concurrency $1");
        OPTIONS.put(Pattern.compile("(?<![\\w-])(from|to|party|limit|concurrency)(?= must )"), "--$1");
        OPTIONS.put(Pattern.compile("\\ba tag(?= must )"), "--tag");
    }

    private OptionWords() {}

    /** Returns the message in the words of the command line. */
    public static String in(String message) {
        String text = message;
        for (Map.Entry<Pattern, String> option : OPTIONS.entrySet()) {
            text = option.getKey().matcher(text).replaceAll(option.getValue());
        }
        return text;
    }

    /**
     * Returns the message with a setting's option or variable in place of its name: everywhere if the name has a
     * capital letter inside, else only as the first word, because such a name is also a word of English.
     */
    public static String withSetting(String message, String name, String replacement) {
        boolean isUnmistakable = !name.equals(name.toLowerCase(Locale.ROOT));
        String place =
                isUnmistakable ? "(?<![\\w-])" + Pattern.quote(name) + "\\b" : "^" + Pattern.quote(name) + "(?= )";
        return Pattern.compile(place).matcher(message).replaceAll(Matcher.quoteReplacement(replacement));
    }
}
