package dev.callist.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.callist.CallParty;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads addresses: what sort they are, and which number they are in E.164. */
public final class PhoneNumbers {
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_PRINTED = 40;
    private static final int ISO_3166_LENGTH = 2;
    private static final Set<String> WITHHELD =
            Set.of("anonymous", "restricted", "private", "unavailable", "withheld", "blocked", "+266696687");

    private static final int MOST_RECENT = 4096;
    private static final @Nullable Parsed[] RECENT = new Parsed[MOST_RECENT];

    private PhoneNumbers() {}

    private record Parsed(String address, String region, Optional<String> e164) {}

    /** The kind that an address shows by its form alone. */
    public static CallParty.Kind kindOf(String address) {
        String lower = address.toLowerCase(Locale.ROOT).strip();
        if (lower.isEmpty() || WITHHELD.contains(lower)) {
            return CallParty.Kind.ANONYMOUS;
        }
        if (lower.startsWith("sip:") || lower.startsWith("sips:")) {
            return CallParty.Kind.SIP;
        }
        if (lower.startsWith("client:")) {
            return CallParty.Kind.CLIENT;
        }
        return isDialable(lower) ? CallParty.Kind.PHONE : CallParty.Kind.OTHER;
    }

    /** Whether the text is digits with the usual marks between them, and at most one {@code +} in front. */
    static boolean isDialable(String address) {
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

    /** The party's number in E.164 form, where the address or the provider settles the country. */
    public static Optional<String> e164(CallParty party) {
        String address = party.address();
        if (party.kind() != CallParty.Kind.PHONE) {
            return Optional.empty();
        }
        if (address.startsWith("+")) {
            return e164(address);
        }
        if (party.international()) {
            return e164("+" + address);
        }
        return party.countryCode()
                .filter(region -> region.length() == ISO_3166_LENGTH)
                .flatMap(region -> recent(address, region).e164());
    }

    /** A number that shows its country by {@code +}: as it is, without the marks between its digits. */
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

    /** The digits of a text, without what stands between them. */
    public static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Digits.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** What parsing gave, or gives now: an account's own numbers stand in one call after the other, and the same people call again. */
    private static Parsed recent(String address, String region) {
        int slot = (31 * address.hashCode() + region.hashCode()) & (MOST_RECENT - 1);
        Parsed known = RECENT[slot];
        if (known == null || !known.address.equals(address) || !known.region.equals(region)) {
            known = new Parsed(address, region, parsed(address, region));
            RECENT[slot] = known;
        }
        return known;
    }

    private static Optional<String> parsed(String address, String region) {
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
}
