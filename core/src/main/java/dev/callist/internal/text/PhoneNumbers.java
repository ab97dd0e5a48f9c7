package dev.callist.internal.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads phone numbers from texts. Reading never fails: a text that is not a number has no E.164 form. */
public final class PhoneNumbers {
    private static final int MAX_DIGITS = 15;
    private static final int MAX_DIGITS_OF_A_CODE = 6;
    private static final int LONGEST_PRINTED = 40;
    private static final int ISO_3166_LENGTH = 2;
    /** Words and, last, the digits that some providers show instead: they spell the words on a telephone's keys. */
    private static final Set<String> WITHHELD = Set.of(
            "anonymous",
            "restricted",
            "private",
            "unavailable",
            "withheld",
            "blocked",
            "unknown",
            "hidden",
            "private number",
            "unknown number",
            "blocked number",
            "number withheld",
            "unknown caller",
            "no caller id",
            "caller id unavailable",
            "caller id blocked",
            "anonymous.invalid",
            "-1",
            "-2",
            "266696687",
            "7378742883",
            "2562533",
            "86282452253",
            "8656696");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]");
    private static final Pattern DASH = Pattern.compile("\\p{Pd}");
    private static final Pattern BRACKETED = Pattern.compile(".*<([^<>]*)>[^<>]*");
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:tel|callto|sips?):(?://)?");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)[1-9][0-9]{1,14}");

    private PhoneNumbers() {}

    /** Whether an address is what providers show in place of a withheld number. */
    public static boolean isWithheld(String address) {
        String bare = isPlain(address) ? address : bare(address).toLowerCase(Locale.ROOT);
        return bare.isEmpty() || WITHHELD.contains(bare.startsWith("+") ? bare.substring(1) : bare);
    }

    /**
     * The number that an address names with its country, for comparing, in E.164 form. Schemes, hosts, parameters,
     * brackets, punctuation and invisible marks make no difference, and {@code 00} is {@code +}.
     */
    public static Optional<String> comparable(String address) {
        String bare = isPlain(address) ? address : bare(address);
        String number = isDialable(bare) && !hasOptionalZero(bare) ? bare.replaceAll("[^+0-9]", "") : "";
        if (!INTERNATIONAL.matcher(number).matches() || isWithheld(number)) {
            return Optional.empty();
        }
        return Optional.of(number.startsWith("+") ? number : "+" + number.substring(2));
    }

    /**
     * Whether an address that does not name its country may be a number; false only if it consists of digits, and
     * neither number can be the end of the other.
     *
     * @param number a number in E.164 form
     */
    public static boolean mayBe(String number, String address) {
        String bare = isPlain(address) ? address : bare(address);
        if (bare.startsWith("+") || !isDialable(bare) || hasOptionalZero(bare)) {
            return true;
        }
        String digits = digits(bare).replaceFirst("^0+", "");
        return number.endsWith(digits) || digits.endsWith(number.substring(1));
    }

    /**
     * Whether a number has a zero that is dialled in its own country only, as in {@code +44 (0)7700}, or in every
     * country.
     */
    private static boolean hasOptionalZero(String number) {
        return number.contains("(0)");
    }

    /** Whether an address consists of digits after at most one {@code +}. */
    private static boolean isPlain(String address) {
        for (int i = address.startsWith("+") ? 1 : 0; i < address.length(); i++) {
            if (!Digits.isDigit(address.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** An address without its display name, brackets, scheme, host, parameters and invisible marks. */
    private static String bare(String address) {
        String seen = isPrintedAscii(address) ? address : normalized(address);
        String unbracketed =
                seen.indexOf('<') < 0 ? seen : BRACKETED.matcher(seen).replaceAll("$1");
        String inner = unbracketed.indexOf('%') < 0 ? unbracketed : unbracketed.replaceFirst("%2[Bb]", "+");
        String rest = withoutScheme(inner.strip());
        int end = 0;
        while (end < rest.length() && "@;?".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return end == 0 ? rest : rest.substring(0, end).strip();
    }

    /** Whether an address needs no {@link #normalized}: most do not, and each call has two. */
    private static boolean isPrintedAscii(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) < ' ' || address.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String normalized(String address) {
        String seen = UNSEEN.matcher(Normalizer.normalize(address, Form.NFKC)).replaceAll("");
        return DASH.matcher(seen).replaceAll("-");
    }

    private static String withoutScheme(String address) {
        Matcher scheme = SCHEME.matcher(address);
        return address.indexOf(':') >= 0 && scheme.lookingAt() ? address.substring(scheme.end()) : address;
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
            if (run > MAX_DIGITS_OF_A_CODE) {
                return true;
            }
        }
        return false;
    }

    /**
     * The E.164 form of a number that starts with {@code +}: the same digits without the marks between them. Absent if
     * they start with zero, which no country code does.
     */
    public static Optional<String> e164(String withPlus) {
        if (!withPlus.startsWith("+") || !isDialable(withPlus) || hasOptionalZero(withPlus)) {
            return Optional.empty();
        }
        String digits = digits(withPlus);
        if (digits.length() > MAX_DIGITS || digits.startsWith("0")) {
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

    /** The country of a number in E.164 form, as an ISO 3166-1 alpha-2 code; absent if no single country has it. */
    public static Optional<String> region(String e164) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return Optional.ofNullable(numbers.getRegionCodeForNumber(numbers.parse(e164, null)))
                    .filter(region -> region.matches("[A-Z]{2}"));
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
