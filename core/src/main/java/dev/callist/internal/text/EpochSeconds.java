package dev.callist.internal.text;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Instants as seconds since 1970. Only instants between 2000 and 2100 are accepted, so that milliseconds are not
 * mistaken for seconds.
 */
public final class EpochSeconds {
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    private static final int MOST_DIGITS = 12;

    private EpochSeconds() {}

    /** Reads an instant. */
    public static Optional<Instant> read(String text) {
        return Optional.ofNullable(read(text.toCharArray(), 0, text.length()));
    }

    static @Nullable Instant read(char[] chars, int from, int length) {
        long seconds = length > MOST_DIGITS ? -1 : Digits.number(chars, from, length);
        return seconds >= EARLIEST && seconds <= LATEST ? Instant.ofEpochSecond(seconds) : null;
    }
}
