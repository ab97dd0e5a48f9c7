package dev.callist.testkit.rows;

import java.util.List;

/** Spells the ends of calls. All numbers are reserved for fiction. */
final class Parties {
    static final List<Party> ALL = List.of(
            Party.ofNumber("+351910000001"),
            Party.ofNumber("+351910000002"),
            Party.ofNumber("+12025550160"),
            Party.ofNumber("+12025550161"),
            Party.ofNumber("+447700900123"),
            Party.ofNumber("+447700900999"),
            Party.ofText("client:agent-7"),
            Party.ofText("sip:desk3@pbx.example.com"),
            Party.ofText("anonymous"));

    private static final List<String> WITHHELD = List.of(
            "Anonymous",
            "RESTRICTED",
            "unknown",
            "private",
            "Unavailable",
            "blocked",
            "No Caller ID",
            "-1",
            "-2",
            "266696687",
            "+266696687",
            "7378742883",
            "+7378742883",
            "2562533",
            "86282452253",
            "sip:anonymous@anonymous.invalid",
            "<sip:anonymous@anonymous.invalid>",
            "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=5");
    private static final List<String> COUNTRIES = List.of("+351", "+1", "+44");

    private Parties() {}

    /** The JSON of a row's field. */
    static Spelled<Party> spell(Party party, Dice dice) {
        if (dice.isUnreadable()) {
            return unreadable(party, dice);
        }
        if (party.number().isEmpty() || !dice.isOdd()) {
            return Spelled.certain(RawJson.text(party.address()), party);
        }
        String number = party.address();
        String digits = number.substring(1);
        return dice.made(
                () -> Spelled.certain(RawJson.text(asNumber(number, dice)), party),
                () -> Spelled.certain(RawJson.text(asNumber(number, dice)), party),
                () -> Spelled.likely(dice.oneOf(digits, RawJson.text(digits), digits + ".0"), party),
                () -> Spelled.likely(digits.charAt(0) + "." + digits.substring(1) + "e" + (digits.length() - 1), party),
                () -> Spelled.likely(RawJson.text(national(number, dice)), party),
                () -> Spelled.likely(
                        RawJson.text(
                                number + dice.oneOf(" ext. 5", "x5", ",,5", "#5", "/5", "p5", " (mobile)", "\u0663")),
                        party));
    }

    /** A number in one of the spellings that name it with its country. */
    static String asNumber(String number, Dice dice) {
        String digits = number.substring(1);
        String grouped =
                "+" + digits.substring(0, 3) + dice.oneOf(" ", "-", ".", "\u00a0", "\u2011") + digits.substring(3);
        String written = dice.oneOf(
                number,
                grouped,
                "00" + digits,
                "+" + digits.substring(0, 2) + " (" + digits.substring(2, 5) + ") " + digits.substring(5));
        return dice.made(
                () -> written,
                () -> " " + written + " ",
                () -> "\u202a" + written + "\u202c",
                () -> "\u200e" + written + "\u200b",
                () -> "\ufeff" + written,
                () -> number.replace('+', '\uff0b'),
                () -> dice.oneOf("tel:", "TEL:", "tel://", "callto:") + written,
                () -> "tel:" + number + ";phone-context=example.org",
                () -> written + dice.oneOf(";ext=5", ";isub=1;ext=12"),
                () -> dice.oneOf("sip:", "SIP:", "sips:") + number + "@example.org",
                () -> "sip:00" + digits + "@203.0.113.7:5061;user=phone",
                () -> "sip:%2B" + digits + "@example.org",
                () -> "<sip:" + number + "@example.org>",
                () -> "<tel:" + number + ">",
                () -> dice.oneOf("Caller", "\"A \u00fc, 5\"") + " <sip:" + number
                        + "@example.org;transport=tcp>;tag=9");
    }

    /** A number as people of its country dial it. */
    private static String national(String number, Dice dice) {
        String code = COUNTRIES.stream().filter(number::startsWith).findFirst().orElseThrow();
        return dice.oneOf("", "0", "tel:", "0 ", "sip:") + number.substring(code.length());
    }

    private static Spelled<Party> unreadable(Party party, Dice dice) {
        String address = party.address();
        return dice.made(
                Spelled::absent,
                () -> Spelled.unreadable(dice.oneOf("null", "\"\"", "\" \"", "true", "{}", "[]")),
                () -> words(dice.oneOf(WITHHELD)),
                () -> Spelled.certain("-1", Party.ofText("-1")),
                () -> Spelled.likely("{\"number\":" + RawJson.text(address) + "}", party),
                () -> Spelled.likely("[" + RawJson.text(address) + "]", party),
                () -> Spelled.likely(RawJson.broken(address, dice), party),
                () -> words(dice.oneOf("Front desk", "sip:@", "+", "<>", "+351abc", "\u200e")));
    }

    private static Spelled<Party> words(String address) {
        return Spelled.certain(RawJson.text(address), Party.ofText(address));
    }
}
