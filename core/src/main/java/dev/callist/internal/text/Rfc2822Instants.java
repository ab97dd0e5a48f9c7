package dev.callist.internal.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * RFC 2822 instants, read tolerantly and written strictly. The weekday is ignored and may be missing, as may its comma;
 * a comment at the end is skipped; months may be longer than three letters ({@code Sept}); the zone is an offset,
 * {@code GMT}, {@code UT}, {@code UTC} or {@code Z}.
 */
public final class Rfc2822Instants {
    private static final DateTimeFormatter STRICT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final int LONGEST = 64;

    private Rfc2822Instants() {}

    /** Reads an instant. */
    public static Optional<Instant> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = text.replaceFirst("\\([^()]*\\)\\s*$", "").strip();
        String[] parts = bare.replaceFirst("^[A-Za-z]+,? *", "").split(" +", -1);
        if (parts.length != 5 || parts[1].length() < 3) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(parts[1].substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        String zone =
                switch (parts[4].toUpperCase(Locale.ROOT)) {
                    case "GMT", "UT", "UTC", "Z" -> "Z";
                    default -> parts[4];
                };
        return month == 0 ? Optional.empty() : read(parts[2], month, parts[0], parts[3], zone);
    }

    private static Optional<Instant> read(String year, int month, String day, String time, String zone) {
        String iso = String.format(
                Locale.ROOT, "%s-%02d-%s%sT%s%s", year, month, day.length() == 1 ? "0" : "", day, time, zone);
        return IsoInstants.read(iso);
    }

    /**
     * Writes an instant in UTC, cut to seconds and to 1970 to 9999, such as {@code Wed, 19 Sep 2018 20:00:00 +0000}.
     */
    public static String write(Instant instant) {
        return STRICT.format(IsoInstants.clamped(instant));
    }
}
