package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallDirection;
import dev.callist.CallStatus;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallWordsTest {
    private static final Set<String> WORDS =
            Set.of("queued", "initiated", "in-progress", "completed", "inbound", "parked");

    @ParameterizedTest
    @CsvSource({"IN_PROGRESS, in-progress", "COMPLETED, completed"})
    void findsTheOnlyWordOfAStatus(CallStatus status, String word) {
        assertThat(CallWords.onlyWord(Set.of(status), WORDS)).contains(word);
    }

    @Test
    void findsNoWordIfSeveralMeanTheStatusOrNoneDoes() {
        assertThat(CallWords.onlyWord(Set.of(CallStatus.QUEUED), WORDS)).isEmpty();
        assertThat(CallWords.onlyWord(Set.of(CallStatus.BUSY), WORDS)).isEmpty();
    }

    @Test
    void findsNoWordForSeveralStatusesForNoneAndForUnknown() {
        assertThat(CallWords.onlyWord(Set.of(CallStatus.COMPLETED, CallStatus.IN_PROGRESS), WORDS))
                .isEmpty();
        assertThat(CallWords.onlyWord(Set.of(), WORDS)).isEmpty();
        assertThat(CallWords.onlyWord(Set.of(CallStatus.UNKNOWN), Set.of("parked")))
                .isEmpty();
    }

    @Test
    void ignoresWhatStandsBetweenTheWordsOfAStatusAndNothingElse() {
        String between = " \t\n\u000b\f\r-_\u00ad\u200b\u2010\u2014";
        for (char c = 0; c < 0x3000; c++) {
            boolean isBetween = between.indexOf(c) >= 0;
            if (c < 128 || isBetween) {
                CallStatus expected = isBetween ? CallStatus.NO_ANSWER : CallStatus.UNKNOWN;
                assertThat(CallWords.status("No" + c + "ANSWER" + c))
                        .as("%x", (int) c)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "trunking-originating, INBOUND",
        "TRUNKING_ORIGINATING, INBOUND",
        "trunking-terminating, OUTBOUND",
        "trunking, UNKNOWN"
    })
    void readsTheDirectionOfACallOnATrunk(String word, CallDirection direction) {
        assertThat(CallWords.direction(word)).isEqualTo(direction);
    }

    @ParameterizedTest
    @CsvSource({"USD, USD", "eur, EUR", "' usd ', USD"})
    void readsACurrency(String word, String code) {
        assertThat(CallWords.currency(word)).contains(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "$", "dollars", "US1", "ÄÖÜ"})
    void readsNothingElseAsACurrency(String word) {
        assertThat(CallWords.currency(word)).isEmpty();
    }
}
