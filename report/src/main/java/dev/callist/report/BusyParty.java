package dev.callist.report;

import dev.callist.CallParty;

/**
 * A party that many calls come from or go to. Immutable.
 *
 * @param kind the kind of address
 * @param address the number in E.164 form if it is certain, else the address as the provider wrote it, cut to 128
 *     characters; personal data, so {@link #toString()} masks it
 * @param calls how many calls at least
 * @param mostCalls how many calls at most; equal to {@code calls} if no more than 4,096 different parties were counted
 */
public record BusyParty(CallParty.Kind kind, String address, long calls, long mostCalls) {
    /**
     * The address with its middle hidden, such as {@code +35191*****18}; an address that is not a number is hidden
     * completely.
     */
    public String maskedAddress() {
        String kindAndAddress =
                CallParty.builder().kind(kind).address(address).build().toString();
        return kindAndAddress.substring(kindAndAddress.indexOf(' ') + 1);
    }

    /** The kind, the masked address and the number of calls. */
    @Override
    public String toString() {
        return "BusyParty[" + kind + " " + maskedAddress() + ", " + calls + "]";
    }
}
