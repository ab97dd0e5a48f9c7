package dev.callist.report;

import static dev.callist.report.TestCalls.call;
import static dev.callist.report.TestCalls.lasting;
import static dev.callist.report.TestCalls.money;
import static dev.callist.report.TestCalls.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definitions of the figures. */
class CallFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, 0, 0", "QUEUED, 0, 0", "RINGING, 0, 0", "UNKNOWN, 0, 0",
        "BUSY, 1, 0", "NO_ANSWER, 1, 0", "FAILED, 1, 0", "CANCELED, 1, 0",
        "IN_PROGRESS, 1, 1", "COMPLETED, 1, 1"
    })
    void countsAttemptsAndAnswersByStatus(CallStatus status, long attempts, long answered) {
        CallFigures figures = summary(
                        "UTC",
                        call(status)
                                .answeredAt(Instant.EPOCH)
                                .duration(Duration.ZERO)
                                .build())
                .total();
        assertThat(figures.calls()).isEqualTo(1);
        assertThat(figures.attempts()).isEqualTo(attempts);
        assertThat(figures.answered()).isEqualTo(answered);
        assertThat(figures.timed()).isEqualTo(status == CallStatus.COMPLETED ? 1 : 0);
    }

    @Test
    void dividesAnsweredCallsByAttempts() {
        CallFigures figures = summary(
                        "UTC",
                        lasting(10),
                        call(CallStatus.IN_PROGRESS).build(),
                        call(CallStatus.BUSY).build(),
                        call(CallStatus.NO_ANSWER).build(),
                        call(CallStatus.QUEUED).build())
                .total();
        assertThat(figures.answerRate()).hasValue(0.5);
    }

    @Test
    void hasNoRateAndNoAverageWithoutCalls() {
        CallFigures figures = summary("UTC", call(CallStatus.RINGING).build()).total();
        assertThat(figures.answerRate()).isEmpty();
        assertThat(figures.averageDuration()).isEmpty();
        assertThat(figures.minutes()).isZero();
        assertThat(figures.cost()).isEmpty();
    }

    @Test
    void averagesTheDurationsOfCompletedCallsOnly() {
        CallFigures figures = summary(
                        "UTC",
                        lasting(60),
                        call(CallStatus.COMPLETED)
                                .duration(Duration.ofMillis(30_500))
                                .build(),
                        lasting(0),
                        call(CallStatus.COMPLETED).build(),
                        call(CallStatus.NO_ANSWER).duration(Duration.ofHours(1)).build(),
                        call(CallStatus.IN_PROGRESS)
                                .duration(Duration.ofHours(1))
                                .build())
                .total();
        assertThat(figures.timed()).isEqualTo(3);
        assertThat(figures.talked()).isEqualTo(Duration.ofMillis(90_500));
        assertThat(figures.averageDuration()).contains(Duration.ofMillis(90_500).dividedBy(3));
        assertThat(figures.minutes()).isEqualTo(90.5 / 60);
    }

    @Test
    void addsPricesOfEitherSignAsMagnitudesByCurrency() {
        CallFigures figures = summary(
                        "UTC",
                        call(CallStatus.COMPLETED)
                                .price(money("-0.0100", "USD"))
                                .build(),
                        call(CallStatus.COMPLETED).price(money("0.02", "USD")).build(),
                        call(CallStatus.BUSY).price(money("-1", "USD")).build(),
                        call(CallStatus.COMPLETED).price(money("3.5", "EUR")).build(),
                        call(CallStatus.COMPLETED).build())
                .total();
        assertThat(figures.cost())
                .containsExactly(Map.entry("EUR", new BigDecimal("3.5")), Map.entry("USD", new BigDecimal("1.0300")));
    }

    @Test
    void addsTheFiguresOfTwoGroups() {
        CallFigures one = summary(
                        "UTC",
                        lasting(10),
                        call(CallStatus.BUSY).price(money("1", "USD")).build())
                .total();
        CallFigures other = summary(
                        "UTC",
                        lasting(20),
                        call(CallStatus.QUEUED).price(money("2", "USD")).build())
                .total();
        assertThat(one.plus(other))
                .isEqualTo(new CallFigures(4, 3, 2, 2, Duration.ofSeconds(30), Map.of("USD", BigDecimal.valueOf(3))));
        assertThat(one.plus(CallFigures.NONE)).isEqualTo(one);
    }
}
