package dev.callist.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations as a number of seconds or milliseconds, with or without a fraction, as {@code 00:08:10} or as {@code
 * PT8M10S}. Reading never fails: a text that is not a duration from 0 to about 68 years is absent. So is {@code 8:10},
 * which may be hours or minutes.
 */
public final class TolerantDurations {
    private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):([0-5]\\d):([0-5]\\d(?:[.,]\\d{1,9})?)");
    private static final Pattern ISO = Pattern.compile("(?i)P[0-9.,DTHMS]{1,40}");

    private TolerantDurations() {}

    /** Reads a duration; a number without a unit counts this one. */
    public static Optional<Duration> read(String text, TimeUnit unit) {
        return parsed(text.strip(), unit)
                .filter(duration -> !duration.isNegative() && duration.compareTo(LONGEST) <= 0);
    }

    /** Reads a whole number of units; null for any other spelling and for a duration that is too long. */
    public static @Nullable Duration readPlain(char[] chars, int from, int length, TimeUnit unit) {
        long count = Digits.number(chars, from, length);
        return count < 0 || count > unit.convert(LONGEST) ? null : Duration.of(count, unit.toChronoUnit());
    }

    private static Optional<Duration> parsed(String text, TimeUnit unit) {
        BigDecimal number = DecimalText.read(text);
        if (number != null) {
            return exactly(number.multiply(BigDecimal.valueOf(unit.toNanos(1))));
        }
        Matcher clock = CLOCK.matcher(text);
        try {
            if (clock.matches()) {
                return Optional.of(
                        Duration.parse("PT" + clock.group(1) + "H" + clock.group(2) + "M" + clock.group(3) + "S"));
            }
            return ISO.matcher(text).matches() ? Optional.of(Duration.parse(text)) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A duration cut to whole nanoseconds. */
    private static Optional<Duration> exactly(BigDecimal nanos) {
        try {
            return Optional.of(
                    Duration.ofNanos(nanos.setScale(0, RoundingMode.DOWN).longValueExact()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
