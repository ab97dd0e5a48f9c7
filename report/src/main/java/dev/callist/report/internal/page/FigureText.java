package dev.callist.report.internal.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Formats figures for people, in English. */
final class FigureText {
    /** What a cell without a figure shows. */
    static final String NONE = "–";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ENGLISH);
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1_000;

    private FigureText() {}

    /** A number with a comma after each group of three digits. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count with its noun in the singular or plural. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A number in at most four characters, such as 950, 1.2k or 34k. */
    static String compact(long number) {
        if (number < THOUSAND) {
            return String.valueOf(number);
        }
        double thousands = number / (double) THOUSAND;
        if (thousands < THOUSAND) {
            return String.format(Locale.ROOT, thousands < 9.95 ? "%.1fk" : "%.0fk", thousands);
        }
        return String.format(Locale.ROOT, "%.0fM", thousands / THOUSAND);
    }

    /** A share in percent. */
    static String percent(OptionalDouble share) {
        return share.isEmpty() ? NONE : String.format(Locale.ROOT, "%.1f %%", share.getAsDouble() * HUNDRED);
    }

    /** Minutes and seconds; from one hour on with hours. */
    static String clock(Optional<Duration> time) {
        return time.map(FigureText::clock).orElse(NONE);
    }

    private static String clock(Duration exact) {
        Duration time = exact.plusMillis(THOUSAND / 2);
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(
                        Locale.ROOT, "%,d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    static String minutes(double minutes) {
        return String.format(Locale.ROOT, minutes < THOUSAND ? "%,.1f" : "%,.0f", minutes);
    }

    /** An amount with two decimal places, or four if it is less than one. */
    static String money(BigDecimal amount) {
        int places = amount.compareTo(BigDecimal.ONE) < 0 && amount.signum() != 0 ? 4 : 2;
        return String.format(Locale.ROOT, "%,." + places + "f", amount.setScale(places, RoundingMode.HALF_UP));
    }

    /** The currencies of a cost, the one with the largest number first. */
    static List<String> currencies(Map<String, BigDecimal> cost) {
        return cost.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All amounts with their currencies. */
    static String cost(Map<String, BigDecimal> cost) {
        return cost.isEmpty()
                ? NONE
                : currencies(cost).stream()
                        .map(currency -> currency + " " + money(cost.getOrDefault(currency, BigDecimal.ZERO)))
                        .collect(Collectors.joining(", "));
    }

    static String time(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }

    /** The name of an enum constant in small letters. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
