package dev.callist.cli.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A time as the command line gives it, whose instant depends on a zone or on now.
 *
 * @param text what was given, in lower case
 * @param kind how it is read
 */
public record TimeText(String text, Kind kind) {
    private static final Pattern BEFORE_NOW =
            Pattern.compile("-(?=\\d)(?:(\\d{1,5})w)?(?:(\\d{1,6})d)?(?:(\\d{1,7})h)?(?:(\\d{1,8})m)?(?:(\\d{1,9})s)?");

    /** How a time is read. */
    public enum Kind {
        /** A date and time with an offset, which is the same instant everywhere and always. */
        INSTANT,
        /** A date, or a date and time, in the zone. */
        LOCAL,
        /** A word or a distance, which is another instant at another moment. */
        RELATIVE
    }

    /**
     * Reads a time.
     *
     * @throws TypeConversionException when it is none
     */
    public static TimeText of(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        if (lowerCase.equals("now")
                || lowerCase.equals("today")
                || lowerCase.equals("yesterday")
                || BEFORE_NOW.matcher(lowerCase).matches()) {
            return new TimeText(lowerCase, Kind.RELATIVE);
        }
        if (isRead(OffsetDateTime::parse, text)) {
            return new TimeText(text, Kind.INSTANT);
        }
        if (isRead(LocalDate::parse, text) || isRead(LocalDateTime::parse, text)) {
            return new TimeText(text, Kind.LOCAL);
        }
        throw new TypeConversionException(
                "'" + text + "' is not a time; write 2026-03-01, 2026-03-01T10:00 (in --zone),"
                        + " 2026-03-01T10:00:00Z, now, today, yesterday, -7d or -36h");
    }

    private static boolean isRead(Function<String, ?> parser, String text) {
        try {
            return parser.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * Returns the instant. A local time that a change of the clock skips is the moment of the change; one that occurs
     * twice is the first of the two, so that windows that meet at it have neither a gap nor an overlap. Weeks and days
     * before now are those of the calendar, with the same local time; hours, minutes and seconds are exact.
     *
     * @param zone of local times and days
     * @param now the current time
     */
    public Instant in(ZoneId zone, Instant now) {
        return switch (kind) {
            case INSTANT -> OffsetDateTime.parse(text).toInstant();
            case LOCAL ->
                instant(
                        text.indexOf('T') < 0 && text.indexOf('t') < 0
                                ? LocalDate.parse(text).atStartOfDay()
                                : LocalDateTime.parse(text),
                        zone);
            case RELATIVE -> relative(zone, now.truncatedTo(ChronoUnit.SECONDS));
        };
    }

    private Instant relative(ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return switch (text) {
            case "now" -> now;
            case "today" -> instant(today.atTime(LocalTime.MIN), zone);
            case "yesterday" -> instant(today.minusDays(1).atTime(LocalTime.MIN), zone);
            default -> beforeNow(zone, now);
        };
    }

    private Instant beforeNow(ZoneId zone, Instant now) {
        Matcher units = BEFORE_NOW.matcher(text);
        if (!units.matches()) {
            throw new IllegalStateException("not a distance: " + text);
        }
        Period days = Period.ofDays((int) (7 * number(units, 1) + number(units, 2)));
        Instant sameTime =
                days.isZero() ? now : instant(now.atZone(zone).toLocalDateTime().minus(days), zone);
        return sameTime.minus(
                Duration.ofHours(number(units, 3)).plusMinutes(number(units, 4)).plusSeconds(number(units, 5)));
    }

    private static long number(Matcher units, int group) {
        String digits = units.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** Returns what was given. */
    @Override
    public String toString() {
        return text;
    }
}
