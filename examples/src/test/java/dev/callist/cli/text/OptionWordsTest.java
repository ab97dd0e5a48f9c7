package dev.callist.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_CONFIG: createdFrom must be before createdBefore|INVALID_CONFIG: --created-from must be before --created-before",
                "INVALID_CONFIG: from must not be blank|INVALID_CONFIG: --from must not be blank",
                "limit must not be negative|--limit must not be negative",
                "a tag must not be blank|--tag must not be blank",
                "use concurrency(1)|use --concurrency 1",
                "--limit must not be negative|--limit must not be negative",
                "calls from 2026 to 2027|calls from 2026 to 2027"
            })
    void namesTheOptionsOfAQuery(String message, String inOptions) {
        assertThat(OptionWords.in(message)).isEqualTo(inOptions);
    }

    @Test
    void namesTheSettingOfAnAccount() {
        assertThat(OptionWords.withSetting("set space or baseUrl", "baseUrl", "--base-url"))
                .isEqualTo("set space or --base-url");
        assertThat(OptionWords.withSetting("space is not a name", "space", "SIGNALWIRE_SPACE"))
                .isEqualTo("SIGNALWIRE_SPACE is not a name");
        assertThat(OptionWords.withSetting("the key has a space inside", "space", "SIGNALWIRE_SPACE"))
                .isEqualTo("the key has a space inside");
    }
}
