package dev.callist.report;

import static dev.callist.report.TestCalls.at;
import static dev.callist.report.TestCalls.call;
import static dev.callist.report.TestCalls.get;
import static dev.callist.report.TestCalls.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallStatus;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls belong to the local day and hour in which they were created. */
class LocalTimeTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Lisbon, 2026-03-29, 23, 1, 0",
        "Europe/Lisbon, 2026-10-25, 25, 1, 2",
        "Australia/Lord_Howe, 2026-10-04, 23.5, 2, 0.5",
        "Australia/Lord_Howe, 2026-04-05, 24.5, 1, 1.5",
        "America/New_York, 2026-11-01, 25, 1, 2",
        "UTC, 2026-03-29, 24, 1, 1"
    })
    void countsTheDayInWhichTheClockChanges(String zone, LocalDate date, double hours, int hour, double counted) {
        Instant start = date.atStartOfDay(ZoneId.of(zone)).toInstant();
        List<Call> calls = new ArrayList<>();
        for (int halfHour = -2; halfHour < 60; halfHour++) {
            calls.add(call(CallStatus.COMPLETED)
                    .createdAt(start.plusSeconds(halfHour * 1_800L))
                    .build());
        }
        StatisticsSummary summary = summary(zone, calls.toArray(Call[]::new));
        assertThat(get(summary.by().days(), date).figures().calls()).isEqualTo(Math.round(hours * 2));
        assertThat(get(summary.by().days(), date.minusDays(1)).figures().calls())
                .isEqualTo(2);
        assertThat(summary.by().weekHours().at(date.getDayOfWeek(), hour).calls())
                .isEqualTo(Math.round(counted * 2));
        assertThat(summary.by().weekHours().hours().stream()
                        .mapToLong(CallFigures::calls)
                        .sum())
                .isEqualTo(62);
    }

    @Test
    void putsTheSameCallIntoAnotherDayInAnotherZone() {
        Call call = at("2026-01-05T23:30:00Z", CallStatus.BUSY);
        assertThat(summary("UTC", call).by().days()).containsOnlyKeys(LocalDate.parse("2026-01-05"));
        StatisticsSummary tokyo = summary("Asia/Tokyo", call);
        assertThat(tokyo.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.by().days()).containsOnlyKeys(LocalDate.parse("2026-01-06"));
        assertThat(tokyo.by().weekHours().at(DayOfWeek.TUESDAY, 8).calls()).isEqualTo(1);
    }

    @Test
    void countsTheStatusesOfEachDay() {
        StatisticsSummary summary = summary(
                "UTC",
                at("2026-01-05T00:00:00Z", CallStatus.BUSY),
                at("2026-01-05T23:59:59.999999999Z", CallStatus.BUSY),
                at("2026-01-05T12:00:00Z", CallStatus.COMPLETED),
                at("2026-01-06T00:00:00Z", CallStatus.FAILED));
        Map<LocalDate, Map<CallStatus, Long>> statuses = summary.by().days().entrySet().stream()
                .collect(Collectors.toMap(
                        day -> day.getKey(), day -> day.getValue().statuses()));
        assertThat(statuses)
                .isEqualTo(Map.of(
                        LocalDate.parse("2026-01-05"), Map.of(CallStatus.BUSY, 2L, CallStatus.COMPLETED, 1L),
                        LocalDate.parse("2026-01-06"), Map.of(CallStatus.FAILED, 1L)));
        DayFigures both = summary.by().days().values().stream().reduce(DayFigures.NONE, DayFigures::plus);
        assertThat(both.figures().calls()).isEqualTo(4);
        assertThat(both.statuses())
                .isEqualTo(Map.of(CallStatus.BUSY, 2L, CallStatus.COMPLETED, 1L, CallStatus.FAILED, 1L));
    }

    @Test
    void putsCallsWithoutAUsableTimeIntoNoDay() {
        StatisticsSummary summary = summary(
                "Pacific/Kiritimati",
                call(CallStatus.BUSY).build(),
                call(CallStatus.BUSY).createdAt(Instant.MAX).build(),
                call(CallStatus.BUSY).createdAt(Instant.MIN).build(),
                at("9999-12-30T23:59:59Z", CallStatus.BUSY),
                at("0001-01-02T00:00:00Z", CallStatus.BUSY));
        assertThat(summary.total().calls()).isEqualTo(5);
        assertThat(summary.by().days()).hasSize(2);
        assertThat(summary.quality().missing().time()).isEqualTo(3);
    }
}
