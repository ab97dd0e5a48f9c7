package dev.callist.cli.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Formats durations for people and spreadsheets. */
public final class DurationText {
    private DurationText() {}

    /** Formats a duration as exact seconds without trailing zeros: {@code 20.5}. */
    public static String seconds(Duration time) {
        BigDecimal exact = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** Formats a duration as minutes and seconds, {@code 1:05}; from one hour on with hours, {@code 2:00:00}. */
    static String clock(Duration time) {
        if (time.toHours() == 0) {
            return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
        }
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
