package dev.callist.testkit.rows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Spells instants. */
final class Instants {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter RFC =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss", Locale.ENGLISH);
    private static final long MILLIS = 1_000;

    private Instants() {}

    static Spelled<Instant> spell(Instant at, Dice dice) {
        if (dice.isUnreadable()) {
            return unreadable(at, dice);
        }
        if (!dice.isOdd()) {
            return Spelled.certain(RawJson.text(iso(at, ZoneOffset.UTC) + "Z"), at);
        }
        return dice.made(() -> isoWithOffset(at, dice), () -> rfc2822(at, dice), () -> number(at, dice));
    }

    private static Spelled<Instant> isoWithOffset(Instant at, Dice dice) {
        ZoneOffset offset = dice.oneOf(
                ZoneOffset.UTC,
                ZoneOffset.ofHoursMinutes(5, 30),
                ZoneOffset.ofHours(-8),
                ZoneOffset.ofHoursMinutes(-3, -30),
                ZoneOffset.ofHours(14));
        String zone = offset.equals(ZoneOffset.UTC)
                ? dice.oneOf("Z", "z", "+00:00", "-00:00", "+0000", " UTC", "GMT", " +00", "[UTC]")
                : dice.oneOf("", " ") + offset.getId().replace(":", dice.oneOf("", ":"));
        if (zone.startsWith("[")) {
            zone = "Z" + zone;
        }
        String local = iso(at, offset) + dice.oneOf("", "", "000", "0000000000");
        if (dice.percent(30)) {
            local = local.replace('T', dice.oneOf(' ', 't'));
        }
        if (dice.percent(10)) {
            local = local.replace('.', ',');
        }
        return Spelled.certain(RawJson.text(dice.oneOf("", "", " ") + local + zone), at);
    }

    private static Spelled<Instant> rfc2822(Instant at, Dice dice) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        ZoneOffset offset = dice.oneOf(ZoneOffset.UTC, ZoneOffset.ofHours(2), ZoneOffset.ofHoursMinutes(-9, -30));
        String zone = offset.equals(ZoneOffset.UTC)
                ? dice.oneOf("+0000", "GMT", "UT", "UTC", "Z", "-0000")
                : offset.getId().replace(":", "");
        String text = RFC.format(second.atOffset(offset)) + " " + zone;
        return Spelled.certain(
                RawJson.text(dice.oneOf(text, text, text.substring(5), text.replace(",", ""), text + " (a comment)")),
                second);
    }

    private static Spelled<Instant> number(Instant at, Dice dice) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        String seconds = Long.toString(at.getEpochSecond());
        String millis = Long.toString(at.toEpochMilli());
        String fraction = BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString();
        Spelled<Instant> number =
                switch (dice.below(6)) {
                    case 0 -> Spelled.certain(seconds, second);
                    case 1 -> Spelled.certain(millis, at);
                    case 2 -> Spelled.certain(fraction, at);
                    case 3 -> Spelled.certain(exponent(seconds, dice), second);
                    case 4 -> Spelled.certain(exponent(millis, dice), at);
                    default -> Spelled.certain(dice.oneOf(seconds, millis) + ".0", second);
                };
        String json = number.json().orElseThrow();
        Instant value =
                json.equals(millis + ".0") ? at : number.reading().value().orElseThrow();
        return Spelled.certain(dice.percent(40) ? "\"" + json + "\"" : json, value);
    }

    private static String exponent(String digits, Dice dice) {
        return digits.charAt(0) + "." + digits.substring(1) + dice.oneOf("e", "E", "e+") + (digits.length() - 1);
    }

    private static Spelled<Instant> unreadable(Instant at, Dice dice) {
        String day = iso(at, ZoneOffset.UTC).substring(0, 10);
        return dice.made(
                Spelled::absent,
                () -> Spelled.unreadable(dice.oneOf("null", "\"\"", "\" \"", "true", "false", "[]")),
                () -> Spelled.unreadable(dice.oneOf("0", "\"0\"", "0.0", "-1", "5", "1e30", "20260301")),
                () -> Spelled.unreadable(RawJson.struct(dice)),
                () -> Spelled.unreadable(RawJson.text(dice.oneOf(
                        "1970-01-01T00:00:00Z",
                        "0000-00-00 00:00:00",
                        "0001-01-01T00:00:00Z",
                        "Thu, 01 Jan 1970 00:00:00 +0000",
                        "soon",
                        "-",
                        "N/A",
                        "2026-02-30T00:00:00Z",
                        "03/01/2026 10:00:00"))),
                () -> Spelled.likely(RawJson.text(day), at.truncatedTo(ChronoUnit.DAYS)),
                () -> Spelled.likely("[" + RawJson.text(iso(at, ZoneOffset.UTC) + "Z") + "]", at),
                () -> Spelled.likely(RawJson.text(iso(at, ZoneOffset.UTC) + " PST"), at.plusSeconds(8 * 3_600)),
                () -> Spelled.likely(RawJson.text("/Date(" + at.toEpochMilli() + ")/"), at),
                () -> Spelled.likely(at.toEpochMilli() * MILLIS + "", at),
                () -> Spelled.unreadable(RawJson.broken(iso(at, ZoneOffset.UTC), dice)));
    }

    /** The local time with three digits of fraction, without a zone. */
    private static String iso(Instant at, ZoneOffset zone) {
        int millis = (int) (at.toEpochMilli() % MILLIS);
        return LOCAL.format(at.atOffset(zone)) + "."
                + Integer.toString(1_000 + millis).substring(1);
    }
}
