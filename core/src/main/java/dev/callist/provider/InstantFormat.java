package dev.callist.provider;

import dev.callist.internal.text.InstantReader;
import dev.callist.internal.text.IsoInstants;
import dev.callist.internal.text.Rfc2822Instants;
import java.time.Instant;
import java.util.Optional;

/**
 * The usual format of a provider's instants: the one that is read fastest. Every other unambiguous spelling of an
 * instant with its zone is read too: ISO 8601 with any offset and fraction, RFC 2822, and seconds or milliseconds since
 * 1970 of the years 2000 to 2100. Reading never fails: a text that is not an unambiguous instant of the years 1970 to
 * 9999 is absent. The first day of 1970 is absent too, because it is a clock that was not set.
 */
public enum InstantFormat {
    /** ISO 8601 with {@code Z}, such as {@code 2018-09-19T20:00:00.5Z}. A text without a zone is not an instant. */
    ISO,
    /** ISO 8601 as {@link #ISO}; a text in ISO 8601 without a zone is in UTC. */
    ISO_OR_UTC,
    /** RFC 2822, such as {@code Wed, 19 Sep 2018 20:00:00 +0000}. */
    RFC_2822,
    /** Seconds since 1970, as a number or as digits in a text. */
    EPOCH_SECONDS;

    InstantReader reader() {
        return switch (this) {
            case ISO -> InstantReader.ISO;
            case ISO_OR_UTC -> InstantReader.ISO_OR_UTC;
            case RFC_2822 -> InstantReader.RFC_2822;
            case EPOCH_SECONDS -> InstantReader.EPOCH_SECONDS;
        };
    }

    /** Reads a text. */
    public Optional<Instant> read(String text) {
        return reader().read(text);
    }

    /**
     * Writes an instant for a request, in ISO 8601, UTC, with three digits of fraction: {@code
     * 2018-09-19T20:00:00.000Z}. Fractions of a millisecond are cut off, and an instant outside 1970 to 9999 becomes
     * the nearest one in that range.
     */
    public static String isoMillis(Instant instant) {
        return IsoInstants.millis(instant);
    }

    /**
     * Writes an instant for a request, in RFC 2822 and UTC: {@code Wed, 19 Sep 2018 20:00:00 +0000}. Fractions of a
     * second are cut off, and an instant outside 1970 to 9999 becomes the nearest one in that range.
     */
    public static String rfc2822(Instant instant) {
        return Rfc2822Instants.write(instant);
    }

    /**
     * The instant itself, or the nearest one of the years 1970 to 9999, so that adding a margin to it cannot overflow.
     */
    public static Instant clamped(Instant instant) {
        return IsoInstants.clamped(instant);
    }
}
