package dev.callist.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Durations for people and spreadsheets. */
final class Seconds {
    private Seconds() {}

    /** Exact seconds, without trailing zeros. */
    static BigDecimal of(Duration time) {
        BigDecimal exact = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }

    /** Minutes and seconds, {@code 1:05}, with hours where there are any, {@code 2:00:00}. */
    static String clock(Duration time) {
        if (time.toHours() == 0) {
            return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
        }
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
