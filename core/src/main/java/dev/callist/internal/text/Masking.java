package dev.callist.internal.text;

import java.util.List;
import java.util.regex.Pattern;

/** Masks personal data in texts. */
public final class Masking {
    /** Replaces a secret, a name or an address. */
    public static final String HIDDEN = "****";

    private static final int MAX_SHOWN_AT_START = 6;
    private static final int MIN_SHOWN_AT_START = 2;
    private static final int SHOWN_AT_END = 2;
    private static final int MIN_HIDDEN = 5;

    private static final int LONGEST_SHOWN = 80;

    /** Times as written in requests, and UUIDs. */
    private static final Pattern KNOWN_FORM =
            Pattern.compile("(19|20)\\d\\d-[01]\\d-[0-3]\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z)?"
                    + "|[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000"
                    + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(,[0-9]+)*");

    private Masking() {}

    /** A phone number with its middle hidden, {@code +35191*****18}; any other address is hidden completely. */
    public static String address(String address) {
        if (address.isEmpty()) {
            return "-";
        }
        int start = Math.min(MAX_SHOWN_AT_START, address.length() - MIN_HIDDEN - SHOWN_AT_END);
        if (start < MIN_SHOWN_AT_START || !PhoneNumbers.isDialable(address)) {
            return HIDDEN;
        }
        return address.substring(0, start)
                + "*".repeat(address.length() - start - SHOWN_AT_END)
                + address.substring(address.length() - SHOWN_AT_END);
    }

    /**
     * A value of a clearly technical form (a short word, numbers of six digits together, a time or a UUID) unchanged;
     * any other value is hidden.
     */
    public static String value(String text) {
        boolean isKnown = KNOWN_FORM.matcher(text).matches()
                || (NUMBERS.matcher(text).matches() && !PhoneNumbers.mayBeIn(text))
                || SafeWords.code(text, List.of()).isPresent();
        return isKnown ? text : HIDDEN;
    }

    /** A technical text such as an id, cut to a readable length, without characters that could forge a log line. */
    public static String plain(String text) {
        String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return cut.replaceAll("[^\\p{Print}…]", "?");
    }
}
