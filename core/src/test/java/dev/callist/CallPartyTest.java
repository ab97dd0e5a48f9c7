package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallParty.Kind;
import dev.callist.internal.text.PhoneNumbers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallPartyTest {
    @ParameterizedTest
    @CsvSource({
        "+12125550123, PHONE",
        "12125550123, PHONE",
        "+1 (212) 555-0123, PHONE",
        "212.555.0123, PHONE",
        "07700 900123, PHONE",
        "101, PHONE",
        "sip:alice@example.org, SIP",
        "SIPS:alice@example.org, SIP",
        "sip:+12125550123@example.org, SIP",
        "client:fc0be2c4-d3a2-458b-9a98-69ff811ee306, CLIENT",
        "Client:alice, CLIENT",
        "'', ANONYMOUS",
        "'  ', ANONYMOUS",
        "anonymous, ANONYMOUS",
        "' Anonymous ', ANONYMOUS",
        "RESTRICTED, ANONYMOUS",
        "unavailable, ANONYMOUS",
        "+266696687, ANONYMOUS",
        "+, OTHER",
        "-, OTHER",
        "++12125550123, OTHER",
        "1+2125550123, OTHER",
        "*67, OTHER",
        "12125550123;ext=1, OTHER",
        "tel:+12125550123, OTHER",
        "alice, OTHER",
        "\u0661\u0662\u0663, OTHER",
    })
    void derivesTheKindFromTheForm(String address, Kind kind) {
        assertThat(CallParty.kindOf(address)).isEqualTo(kind);
        assertThat(CallParty.of(address).kind()).isEqualTo(kind);
    }

    @Test
    void takesTwoHundredDigitsForNoNumber() {
        assertThat(CallParty.kindOf("1".repeat(200))).isEqualTo(Kind.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "+12125550123, +12125550123",
        "+1 (212) 555-0123, +12125550123",
        "+447700900123, +447700900123",
        "+112, +112",
        "+123456789012345, +123456789012345",
    })
    void readsANumberThatShowsItsCountry(String address, String e164) {
        assertThat(PhoneNumbers.e164(address)).contains(e164);
        assertThat(CallParty.of(address).e164()).contains(e164);
    }

    @ParameterizedTest
    @CsvSource({"+0447700900123", "+00447700900123", "+44 (0)7700 900123", "+(0)7700900123"})
    void readsNoNumberWhoseZeroMayBelongToItOrNot(String address) {
        assertThat(PhoneNumbers.e164(address)).isEmpty();
        assertThat(PhoneNumbers.comparable(address)).isEmpty();
        assertThat(CallParty.of(address).e164()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "12125550123",
        "00447700900123",
        "07700900123",
        "2125550123",
        "101",
        "+",
        "+1234567890123456",
        "sip:+1212@x",
        "''",
    })
    void addsNoPlusToANumberWithoutACountry(String address) {
        assertThat(CallParty.of(address).e164()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "447700900123, GB, +447700900123",
        "07700900123, GB, +447700900123",
        "07700 900123, gb, +447700900123",
        "2125550123, US, +12125550123",
        "12125550123, US, +12125550123",
        "(212) 555-0123, US, +12125550123",
    })
    void readsANumberWhoseCountryTheProviderSays(String address, String country, String e164) {
        assertThat(party(address, country).e164()).contains(e164);
    }

    @ParameterizedTest
    @CsvSource({"447700900123, text", "447700900123, ''", "447700900123, ZZ", "12, US", "101, GB"})
    void readsNoNumberThatTheCountryDoesNotSettle(String address, String country) {
        assertThat(party(address, country).e164()).isEmpty();
    }

    @Test
    void readsDigitsThatTheProviderCallsInternational() {
        CallParty party = CallParty.builder()
                .kind(Kind.PHONE)
                .address("447700900123")
                .international(true)
                .build();

        assertThat(party.e164()).contains("+447700900123");
    }

    @Test
    void readsNoNumberOfAPartyThatIsNoPhone() {
        for (Kind kind : new Kind[] {Kind.ANONYMOUS, Kind.SIP, Kind.CLIENT, Kind.OTHER}) {
            CallParty party = CallParty.builder()
                    .kind(kind)
                    .address("+12125550123")
                    .international(true)
                    .countryCode("US")
                    .build();
            assertThat(party.e164()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void returnsTheAddressWhereItHasNoNumber() {
        assertThat(party("07700 900123", "GB").e164OrAddress()).isEqualTo("+447700900123");
        assertThat(CallParty.of("client:alice").e164OrAddress()).isEqualTo("client:alice");
        assertThat(CallParty.of("07700 900123").e164OrAddress()).isEqualTo("07700 900123");
    }

    private static CallParty party(String address, String country) {
        return CallParty.builder()
                .kind(Kind.PHONE)
                .address(address)
                .countryCode(country)
                .build();
    }
}
