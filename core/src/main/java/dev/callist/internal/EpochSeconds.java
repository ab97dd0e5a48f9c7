package dev.callist.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * Instants counted in seconds since 1970. Only what lies between 2000 and 2100 is one: milliseconds in their place, which
 * would lie tens of thousands of years ahead, are no instant.
 */
public final class EpochSeconds {
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    private static final int MOST_DIGITS = 12;

    private EpochSeconds() {}

    /** Reads an instant. */
    public static Optional<Instant> read(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(text);
        return seconds >= EARLIEST && seconds <= LATEST
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }
}
