package dev.callist.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Instants as seconds or milliseconds since 1970, with or without a fraction. Only instants between 2000 and 2100 are
 * accepted, so a number is never both.
 */
public final class EpochInstants {
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    private static final int MILLIS = 3;
    private static final int NANOS = 9;

    private EpochInstants() {}

    /** Reads an instant. */
    public static Optional<Instant> read(String text) {
        BigDecimal number = DecimalText.read(text);
        if (number == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(isInRange(number) ? instant(number) : instant(number.movePointLeft(MILLIS)));
    }

    /** Reads a whole number of seconds or milliseconds; null for any other spelling. */
    static @Nullable Instant read(char[] chars, int from, int length) {
        long number = Digits.number(chars, from, length);
        if (isInRange(number)) {
            return Instant.ofEpochSecond(number);
        }
        return isInRange(number / 1000) ? Instant.ofEpochMilli(number) : null;
    }

    private static @Nullable Instant instant(BigDecimal seconds) {
        if (!isInRange(seconds)) {
            return null;
        }
        BigDecimal nanos =
                seconds.remainder(BigDecimal.ONE).movePointRight(NANOS).setScale(0, RoundingMode.DOWN);
        return Instant.ofEpochSecond(seconds.longValue(), nanos.longValue());
    }

    private static boolean isInRange(BigDecimal seconds) {
        return seconds.signum() > 0
                && seconds.precision() - seconds.scale() <= NANOS + 1
                && isInRange(seconds.longValue());
    }

    private static boolean isInRange(long seconds) {
        return seconds >= EARLIEST && seconds <= LATEST;
    }
}
