package dev.callist.testkit.rows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Spells durations, of which plain numbers count seconds or milliseconds. */
final class Durations {
    private Durations() {}

    static Spelled<Duration> spell(Duration duration, TimeUnit unit, Dice dice) {
        if (dice.isUnreadable()) {
            return unreadable(duration, dice);
        }
        String number = number(duration, unit);
        if (!dice.isOdd()) {
            return Spelled.certain(number, duration);
        }
        return dice.made(
                () -> Spelled.certain(number.contains(".") ? number + "0" : number + ".0", duration),
                () -> Spelled.certain("\"" + number + "\"", duration),
                () -> Spelled.certain("\" " + number + " \"", duration),
                () -> Spelled.certain(number + dice.oneOf("e0", "E0", "e+0", "e-0"), duration),
                () -> Spelled.certain(RawJson.text(clock(duration)), duration),
                () -> Spelled.certain(RawJson.text(duration.toString()), duration),
                () -> Spelled.likely(RawJson.text(duration.toMillis() + " ms"), duration),
                () -> fractional(duration, unit));
    }

    /** A fraction finer than the unit, such as {@code 48062.389} milliseconds. */
    private static Spelled<Duration> fractional(Duration duration, TimeUnit unit) {
        Duration longer = duration.plusNanos(unit.toNanos(1) / 1_000 * 389);
        return Spelled.certain(number(longer, unit), longer);
    }

    private static String number(Duration duration, TimeUnit unit) {
        BigDecimal nanos = BigDecimal.valueOf(duration.toNanos());
        BigDecimal number = nanos.divide(BigDecimal.valueOf(unit.toNanos(1))).stripTrailingZeros();
        return number.toPlainString();
    }

    private static String clock(Duration duration) {
        String text = String.format(
                Locale.ROOT, "%02d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
        int millis = duration.toMillisPart();
        return millis == 0 ? text : text + String.format(Locale.ROOT, ".%03d", millis);
    }

    private static Spelled<Duration> unreadable(Duration duration, Dice dice) {
        return dice.made(
                Spelled::absent,
                () -> Spelled.unreadable(dice.oneOf("null", "\"\"", "\" \"", "true", "false", "[]", "[5]")),
                () -> Spelled.unreadable(dice.oneOf("-1", "\"-1\"", "1e30", "1e400", "99999999999999999999", "-0.5")),
                () -> Spelled.unreadable(RawJson.struct(dice)),
                () -> Spelled.unreadable(RawJson.text(dice.oneOf("soon", "8:10", "5,5", "NaN", "-", "00:75:00", "PT"))),
                () -> Spelled.likely(
                        RawJson.text(duration.toSeconds() + "s"), duration.truncatedTo(ChronoUnit.SECONDS)),
                () -> Spelled.unreadable(RawJson.broken(Long.toString(duration.toSeconds()), dice)));
    }
}
