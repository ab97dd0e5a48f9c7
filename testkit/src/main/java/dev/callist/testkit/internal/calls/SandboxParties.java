package dev.callist.testkit.internal.calls;

import dev.callist.CallParty;
import dev.callist.CallPartyBuilder;

/** The callers and callees of the sandbox calls. Their phone numbers are reserved for fiction by the NANP and Ofcom. */
final class SandboxParties {
    private static final int[] AREA_CODES = {212, 303, 415, 512, 617, 702};
    private static final int OWN_NUMBERS = 4;

    private SandboxParties() {}

    /** One of the account's few numbers. */
    static CallParty own(int seed) {
        int which = IndexHash.below(OWN_NUMBERS, seed, 20);
        return which == 0
                ? phone("+44207946095" + which, "GB").build()
                : phone("+120255501" + (60 + which), "US").build();
    }

    /** An external caller or callee; one in six has a name, one in four is a known contact. */
    static CallParty customer(int seed) {
        CallPartyBuilder party = IndexHash.below(2, seed, 21) == 0 ? american(seed) : british(seed);
        if (seed % 6 == 0) {
            party.name("Caller " + seed);
        }
        if (seed % 4 == 2) {
            party.contactId(SandboxIds.of("contact", seed).toString());
        }
        return party.build();
    }

    /** An agent's browser. */
    static CallParty client(int seed) {
        return CallParty.of("client:" + SandboxIds.of("client", IndexHash.below(10, seed, 22)));
    }

    /** A desk phone on a SIP switchboard. */
    static CallParty sip(int seed) {
        return CallParty.of("sip:desk" + IndexHash.below(10, seed, 23) + "@pbx.example.com");
    }

    /** A caller who withheld the number. */
    static CallParty anonymous() {
        return CallParty.of("anonymous");
    }

    private static CallPartyBuilder american(int seed) {
        int area = AREA_CODES[IndexHash.below(AREA_CODES.length, seed, 24)];
        return phone("+1" + area + "55501" + padded(IndexHash.below(100, seed, 25), 100), "US");
    }

    private static CallPartyBuilder british(int seed) {
        return phone("+447700900" + padded(IndexHash.below(1_000, seed, 26), 1_000), "GB");
    }

    /** The number, zero-padded to the digits of the largest number below a power of ten. */
    private static String padded(int number, int powerOfTen) {
        return Integer.toString(powerOfTen + number).substring(1);
    }

    private static CallPartyBuilder phone(String number, String country) {
        return CallParty.builder().kind(CallParty.Kind.PHONE).address(number).countryCode(country);
    }
}
