package dev.callist.report;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Short ways to make calls, and to count them. */
final class TestCalls {
    private TestCalls() {}

    /** A call that has only a status. */
    static CallBuilder call(CallStatus status) {
        return Call.builder()
                .provider("bird")
                .id("id")
                .direction(CallDirection.OUTBOUND)
                .status(status);
    }

    /** A call that has a status and a creation time. */
    static Call at(String time, CallStatus status) {
        return call(status).createdAt(Instant.parse(time)).build();
    }

    /** A completed call of this duration. */
    static Call lasting(long seconds) {
        return call(CallStatus.COMPLETED).duration(Duration.ofSeconds(seconds)).build();
    }

    /** The value of a key that a map has. */
    static <K, V> V get(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }

    static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    static StatisticsSummary summary(String zone, Call... calls) {
        CallStatistics statistics = CallStatistics.in(ZoneId.of(zone));
        List.of(calls).forEach(statistics);
        return statistics.summary();
    }
}
