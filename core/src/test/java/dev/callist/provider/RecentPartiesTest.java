package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallParty;
import dev.callist.CallParty.Kind;
import org.junit.jupiter.api.Test;

class RecentPartiesTest {
    private final RecentParties recent = new RecentParties();

    @Test
    void returnsEqualPartiesAsOneObject() {
        CallParty first = recent.reuse(party("2025550143", "US"));

        assertThat(recent.reuse(party("2025550143", "US"))).isSameAs(first);
        assertThat(first.e164()).contains("+12025550143");
    }

    @Test
    void returnsAPartyOfAnotherCountryOrNameUnchanged() {
        recent.reuse(party("2025550143", "US"));
        CallParty canadian = party("2025550143", "CA");
        CallParty named = CallParty.builder()
                .copyFrom(party("2025550143", "US"))
                .name("Ada")
                .build();

        assertThat(recent.reuse(canadian)).isSameAs(canadian);
        assertThat(recent.reuse(named)).isSameAs(named);
        assertThat(named.e164()).contains("+12025550143");
    }

    @Test
    void keepsNoPartyWhoseNumberIsReadWithoutACountrysRules() {
        CallParty first = party("+12025550143", "US");
        recent.reuse(first);
        CallParty second = party("+12025550143", "US");

        assertThat(recent.reuse(second)).isSameAs(second);
    }

    @Test
    void forgetsPartiesWhenManyOthersFollow() {
        CallParty first = recent.reuse(party("2025550143", "US"));
        for (int i = 0; i < 100_000; i++) {
            recent.reuse(party(Integer.toString(1_000_000 + i), "US"));
        }
        CallParty again = party("2025550143", "US");

        assertThat(again).isEqualTo(first);
        assertThat(recent.reuse(again)).isSameAs(again);
    }

    private static CallParty party(String address, String country) {
        return CallParty.builder()
                .kind(Kind.PHONE)
                .address(address)
                .countryCode(country)
                .build();
    }
}
