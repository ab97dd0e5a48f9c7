package dev.callist.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({
        "+447700900123, +44770*****23",
        "+13105550163, +1310*****63",
        "+44 7700 900123, +44 77*******23",
        "3105550163, 310*****63",
        "12345678, ****",
        "123456789, 12*****89",
        "sip:+447700900123@pbx.example, ****",
        "Alice Example, ****",
        "'', -",
    })
    void showsTheEndsOfANumberAndNothingOfAnyOtherAddress(String address, String shown) {
        assertThat(Masking.address(address)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-answer",
                "NORMAL_CLEARING",
                "16",
                "60000",
                "3,17,41",
                "123456",
                "2026-03-01",
                "2026-03-01T09:00:00Z",
                "2026-03-01T09:00:00.000Z",
                "Sun, 01 Mar 2026 09:00:00 +0000",
                "8f3c1a52-6d0e-4b79-9a41-c27be05d1f38"
            })
    void showsAValueThatIsTechnicalByItsForm(String value) {
        assertThat(Masking.value(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "912345678",
                "5550163",
                "0912345678",
                "912 345 678",
                "912.345.678",
                "912,345,678",
                "(91) 234 56 78",
                "91-234-56-78",
                "9123-45-67",
                "2026-03-01T912345678Z",
                "912345,678",
                "+447700900123",
                "447700900123",
                "44-7700-900123",
                "(310) 555-0163",
                "Alice Example",
                "https://recordings.example/a.wav",
                "x\u001b[31m",
                "caller-447700900123"
            })
    void hidesAnyOtherValue(String value) {
        assertThat(Masking.value(value)).isEqualTo("****");
    }

    @ParameterizedTest
    @CsvSource({
        "+447700900123, +44770*****23",
        "4477009001234, 447700*****34",
        "+44 7700 900123, +44 77*******23",
        "+12125550123, +1212*****23",
        "2125550, ****",
        "101, ****",
        "alice, ****",
        "sip:alice.the.long.name@example.org, ****",
        "client:fc0be2c4-d3a2-458b-9a98-69ff811ee306, ****",
        "'', -",
    })
    void masksAnAddress(String address, String masked) {
        assertThat(Masking.address(address)).isEqualTo(masked);
    }
}
