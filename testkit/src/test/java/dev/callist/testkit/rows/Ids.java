package dev.callist.testkit.rows;

/** Spells ids. */
final class Ids {
    private Ids() {}

    /** An id that no other number has. */
    static Spelled<String> spell(int number, Dice dice) {
        String digits = Integer.toString(1_000_000 + number);
        if (dice.isUnreadable()) {
            return dice.percent(50)
                    ? dice.made(
                            Spelled::absent,
                            () -> Spelled.unreadable(dice.oneOf("null", "\"\"", "\" \"", "true", "{}", "[]", "[5]")),
                            () -> Spelled.unreadable("{\"id\":" + digits + "}"))
                    : Spelled.certain(RawJson.broken(digits + "-", "x", dice), digits + "-\ufffdx");
        }
        if (!dice.isOdd()) {
            return Spelled.certain(RawJson.text("call-" + digits), "call-" + digits);
        }
        return dice.made(
                () -> Spelled.certain(digits, digits),
                () -> Spelled.certain(RawJson.text(digits), digits),
                () -> Spelled.certain(digits + ".0", digits),
                () -> Spelled.certain(digits.charAt(0) + "." + digits.substring(1) + "e6", digits),
                () -> Spelled.certain(RawJson.text("\u00fc" + digits), "\u00fc" + digits),
                () -> Spelled.certain("99999999999999" + digits, "99999999999999" + digits),
                () -> Spelled.certain(RawJson.text("00" + digits), "00" + digits));
    }
}
