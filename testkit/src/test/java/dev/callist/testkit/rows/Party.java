package dev.callist.testkit.rows;

import java.util.Optional;

/**
 * One end of a call: a number, or an address that is not a number.
 *
 * @param number the number, in E.164 form
 * @param text the address
 */
record Party(Optional<String> number, Optional<String> text) {
    static Party ofNumber(String number) {
        return new Party(Optional.of(number), Optional.empty());
    }

    static Party ofText(String text) {
        return new Party(Optional.empty(), Optional.of(text));
    }

    /** The number or the address. */
    String address() {
        return number.or(() -> text).orElseThrow();
    }

    /**
     * Whether what a row says is this party; an address that is not a number may be anybody's whose number is
     * requested.
     */
    Verdict judge(Reading<Party> reading) {
        boolean isNoNumber =
                reading.value().filter(read -> read.number.isEmpty()).isPresent();
        if (number.isPresent() && isNoNumber) {
            return Verdict.UNCLEAR;
        }
        return reading.judge(this::equals);
    }
}
