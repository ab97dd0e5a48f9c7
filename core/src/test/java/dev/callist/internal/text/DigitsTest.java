package dev.callist.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "007, 7", "1790000000, 1790000000", "999999999999999999, 999999999999999999"})
    void readsAWholeNumber(String text, long number) {
        assertThat(number(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1.0", " 1", "1 ", "1e3", "٣", "/", ":", "1000000000000000000"})
    void leavesOtherNumbersToOthers(String text) {
        assertThat(number(text)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.03", "12.5", "0.000000000000001", "-1", "999999999999999999"})
    void recognizesADecimal(String text) {
        assertThat(isDecimal(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                ".5",
                "5.",
                "-.5",
                "1.2.3",
                "--1",
                "1-",
                "1e5",
                "+1",
                "1,5",
                "NaN",
                "1234567890123456789"
            })
    void leavesOtherDecimalsToOthers(String text) {
        assertThat(isDecimal(text)).isFalse();
    }

    private static long number(String text) {
        return Digits.number(("9" + text + "9").toCharArray(), 1, text.length());
    }

    private static boolean isDecimal(String text) {
        return Digits.isDecimal(("9" + text + "9").toCharArray(), 1, text.length());
    }
}
