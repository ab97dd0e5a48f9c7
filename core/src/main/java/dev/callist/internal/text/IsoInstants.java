package dev.callist.internal.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ISO 8601 instants, read tolerantly: any fraction or none, a space for the {@code T}, and {@code Z}, {@code UTC},
 * {@code GMT} or any offset with or without a colon. A text without a zone, with a 60th second or with a day that does
 * not exist is not an instant.
 */
public final class IsoInstants {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int LONGEST = 100;
    private static final int NANOS_DIGITS = 9;
    private static final Pattern FORM = Pattern.compile("(?<day>\\d{4}-\\d\\d-\\d\\d)[Tt ](?<minute>\\d\\d:\\d\\d)"
            + "(?<second>:[0-5]\\d)?(?:[.,](?<fraction>\\d+))? ?"
            + "(?:(?i:Z|UTC|GMT|UT)|(?i:UTC|GMT)?(?<hours>[+-]\\d\\d)(?::?(?<minutes>\\d\\d))?)(?:\\[[\\w/+-]+])?");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private IsoInstants() {}

    /** Reads an instant between 1970 and 9999. */
    public static Optional<Instant> read(String text) {
        return parsed(text.strip()).filter(at -> !at.isBefore(EARLIEST) && !at.isAfter(LATEST));
    }

    /** Reads an instant; a text without a zone is in UTC. */
    public static Optional<Instant> readOrUtc(String text) {
        return read(text).or(() -> read(text.strip() + "Z"));
    }

    /**
     * Writes an instant in UTC with three digits of fraction. Finer fractions are cut off, and an instant outside 1970
     * to 9999 becomes the nearest one in that range.
     */
    public static String millis(Instant instant) {
        return MILLIS.format(clamped(instant));
    }

    /** The instant, or the nearest one from 1970 to 9999. */
    public static Instant clamped(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant;
    }

    private static Optional<Instant> parsed(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        String fraction = Objects.requireNonNullElse(form.group("fraction"), "0");
        String local = form.group("day") + "T" + form.group("minute")
                + Objects.requireNonNullElse(form.group("second"), ":00") + "."
                + fraction.substring(0, Math.min(fraction.length(), NANOS_DIGITS));
        String hours = form.group("hours");
        try {
            return Optional.of(
                    hours == null
                            ? Instant.parse(local + "Z")
                            : OffsetDateTime.parse(local + hours + ":"
                                            + Objects.requireNonNullElse(form.group("minutes"), "00"))
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
