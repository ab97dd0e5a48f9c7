package dev.callist.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayZoneTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-02-23");
    private static final LocalDate LAST = LocalDate.parse("2026-02-27");

    @ParameterizedTest
    @CsvSource({
        "2026-02-23T00:03:00Z, 2026-02-27T23:55:00Z, 'days in UTC, the last one included'",
        "2026-02-23T00:03:00Z, 2026-02-26T23:55:00Z, 'days in UTC, the last one excluded'",
        "2026-02-23T05:00:00Z, 2026-02-28T04:59:59Z, 'days in UTC-05:00, the last one included'",
        "2026-02-22T18:31:00Z, 2026-02-26T18:29:00Z, 'days in UTC+05:30, the last one excluded'",
        "2026-02-22T18:20:00Z, 2026-02-27T18:10:00Z, 'days in UTC+05:45, the last one included'",
        "2026-02-22T10:00:00Z, 2026-02-27T09:46:00Z, 'days in UTC+14:00, the last one included'",
        "2026-02-23T09:44:59Z, 2026-02-28T09:15:00Z, 'days in UTC-09:30, the last one included'",
        "2026-02-24T00:03:00Z, 2026-02-27T23:55:00Z, 'days in UTC, the first one excluded, the last one included'",
        "2026-02-24T00:03:00Z, 2026-02-26T23:55:00Z, 'days in UTC, the first one excluded, the last one excluded'",
        "2026-02-23T00:03:00Z, 2026-02-28T23:55:00Z, 'days in UTC, the last one included, and the day after it'",
        "2026-02-23T18:31:00Z, 2026-02-28T18:29:00Z, 'days in UTC+05:30, the first one excluded, the last one included, and the day after it'"
    })
    void readsTheZoneFromTheCallsAtBothEnds(Instant oldest, Instant newest, String zone) {
        assertThat(DayZone.of(FIRST, LAST, oldest, newest))
                .extracting(DayZone::toString)
                .containsExactly(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-23T11:03:00Z, 2026-02-27T10:55:00Z, 'days in UTC-11:00, the last one excluded', 'days in UTC+13:00, the first one excluded, the last one included'",
        "2026-02-23T12:14:59Z, 2026-02-28T11:45:00Z, 'days in UTC-12:00, the last one included', 'days in UTC+12:00, the first one excluded, the last one included, and the day after it'"
    })
    void namesBothZonesIfTwoFit(Instant oldest, Instant newest, String west, String east) {
        assertThat(DayZone.of(FIRST, LAST, oldest, newest))
                .extracting(DayZone::toString)
                .containsExactly(west, east);
    }

    @Test
    void doesNotGuessIfCallsAreTooFarFromTheEnds() {
        Instant morning = Instant.parse("2026-02-23T07:03:00Z");
        assertThat(DayZone.of(FIRST, LAST, morning, Instant.parse("2026-02-27T21:50:00Z")))
                .isEmpty();
        assertThat(DayZone.of(FIRST, LAST, morning, morning)).isEmpty();
        assertThat(DayZone.of(FIRST, LAST, morning.minusSeconds(86_400), Instant.parse("2026-02-27T06:50:00Z")))
                .as("no zone is that far east")
                .isEmpty();
    }
}
