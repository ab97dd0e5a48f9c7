package dev.callist.internal.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * ISO 8601 instants, read tolerantly: any fraction or none, a space for the {@code T}, {@code Z} or any offset with or
 * without a colon. A text without a zone, with a 60th second or with a day that does not exist is not an instant.
 */
public final class IsoInstants {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int SECOND_AT = "2026-01-01T00:00".length();
    private static final DateTimeFormatter TOLERANT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd['T'][ ]HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[ ]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
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
        if (text.startsWith(":60", SECOND_AT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.endsWith("Z") && text.indexOf(' ') < 0
                            ? Instant.parse(text)
                            : OffsetDateTime.parse(text, TOLERANT).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
