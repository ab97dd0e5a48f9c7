package dev.callist.internal.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads phone numbers from texts. Reading never fails: a text that is not a number has no E.164 form. */
public final class PhoneNumbers {
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DIGITS_OF_A_CODE = 6;
    private static final int LONGEST_PRINTED = 40;
    private static final int ISO_3166_LENGTH = 2;
    private static final Set<String> WITHHELD =
            Set.of("anonymous", "restricted", "private", "unavailable", "withheld", "blocked", "+266696687");

    private PhoneNumbers() {}

    /** Whether a lower-case text is what providers print in place of a withheld number. */
    public static boolean isWithheld(String lowerCase) {
        return lowerCase.isEmpty() || WITHHELD.contains(lowerCase);
    }

    /** Whether the text consists of digits, the usual marks between them, and at most one leading {@code +}. */
    public static boolean isDialable(String address) {
        if (address.length() > LONGEST_PRINTED) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (!(c == '+' && i == 0) && " -.()".indexOf(c) < 0) {
                return false;
            }
        }
        return digits > 0;
    }

    /**
     * Whether a text may contain a phone number: more than six digits with nothing but punctuation and spaces between
     * them.
     */
    public static boolean mayBeIn(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                run++;
            } else if (Character.isLetter(text.charAt(i))) {
                run = 0;
            }
            if (run > MOST_DIGITS_OF_A_CODE) {
                return true;
            }
        }
        return false;
    }

    /** The E.164 form of a number that starts with {@code +}: the same digits without the marks between them. */
    public static Optional<String> e164(String withPlus) {
        if (!withPlus.startsWith("+") || !isDialable(withPlus)) {
            return Optional.empty();
        }
        String digits = digits(withPlus);
        if (digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(digits.length() == withPlus.length() - 1 ? withPlus : "+" + digits);
    }

    /**
     * The E.164 form of a number as people of one country dial it.
     *
     * @param region the country, as an ISO 3166-1 alpha-2 code in either case
     */
    public static Optional<String> e164(String address, String region) {
        if (region.length() != ISO_3166_LENGTH) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(address, region.toUpperCase(Locale.ROOT));
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The ASCII digits of a text, without any other character. */
    public static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Digits.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
