package dev.callist.report.internal.count;

import dev.callist.Call;
import dev.callist.CallStatus;
import dev.callist.report.CallFigures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the {@link CallFigures} of a group. */
final class FiguresCounter {
    private static final Duration LONGEST = Duration.ofDays(366);

    private long calls;
    private long attempts;
    private long answered;
    private long timed;
    private long seconds;
    private long nanos;
    private @Nullable Map<String, BigDecimal> cost;

    /** Counts a call without its price. */
    void add(Call call) {
        calls++;
        if (isAttempt(call.status())) {
            attempts++;
        }
        if (isAnswered(call.status())) {
            answered++;
        }
        if (isTimed(call)) {
            Duration duration = call.duration().orElseThrow();
            timed++;
            seconds += duration.getSeconds();
            nanos += duration.getNano();
        }
    }

    /** Adds the magnitude of a price. */
    void addCost(String currency, BigDecimal amount) {
        if (cost == null) {
            cost = new TreeMap<>();
        }
        cost.merge(currency, amount.abs(), BigDecimal::add);
    }

    CallFigures figures() {
        Duration talked = Duration.ofSeconds(seconds).plusNanos(nanos);
        return new CallFigures(calls, attempts, answered, timed, talked, cost == null ? Map.of() : cost);
    }

    /** Whether a call counts in averages. Absurd durations do not, so that no sum overflows. */
    static boolean isTimed(Call call) {
        return call.status() == CallStatus.COMPLETED
                && call.duration()
                        .filter(duration -> !duration.isNegative() && duration.compareTo(LONGEST) <= 0)
                        .isPresent();
    }

    private static boolean isAttempt(CallStatus status) {
        return status.isFinal() || status == CallStatus.IN_PROGRESS;
    }

    private static boolean isAnswered(CallStatus status) {
        return status == CallStatus.COMPLETED || status == CallStatus.IN_PROGRESS;
    }
}
