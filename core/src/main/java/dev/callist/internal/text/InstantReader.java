package dev.callist.internal.text;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants in every unambiguous spelling: ISO 8601 with an offset, RFC 2822, and seconds or milliseconds since
 * 1970. Readers differ only in the spelling that they read fastest, and in what a text without a zone means. Reading
 * never fails: a text that is not an instant is absent, and so is the first day of 1970, which means that a clock was
 * not set.
 */
@SuppressWarnings("ImmutableEnumChecker") // plain forms have no state
public enum InstantReader {
    /** Reads ISO 8601 fastest. */
    ISO(PlainInstants::iso),

    /** Reads ISO 8601 fastest; a text in ISO 8601 without a zone is in UTC. */
    ISO_OR_UTC(PlainInstants::isoOrUtc),

    /** Reads RFC 2822 fastest. */
    RFC_2822(PlainInstants::rfc2822),

    /** Reads seconds since 1970 fastest. */
    EPOCH_SECONDS(EpochInstants::read);

    private static final long END_OF_FIRST_DAY = 86_400;

    private final PlainForm plain;

    InstantReader(PlainForm plain) {
        this.plain = plain;
    }

    /** The instant of a text or number. */
    public Optional<Instant> read(String text) {
        return (this == ISO_OR_UTC ? IsoInstants.readOrUtc(text) : IsoInstants.read(text))
                .or(() -> Rfc2822Instants.read(text))
                .or(() -> EpochInstants.read(text))
                .filter(InstantReader::isSet);
    }

    /**
     * The instant of characters in the usual spelling, read without creating a {@code String}; null for any other
     * spelling, which {@link #read} then reads.
     */
    public @Nullable Instant readPlain(char[] chars, int from, int length) {
        Instant at = plain.read(chars, from, length);
        return at == null || isSet(at) ? at : null;
    }

    private static boolean isSet(Instant at) {
        return at.getEpochSecond() >= END_OF_FIRST_DAY;
    }

    /** Reads exactly one spelling. */
    @FunctionalInterface
    private interface PlainForm {
        /** The instant; null for any other spelling. */
        @Nullable
        Instant read(char[] chars, int from, int length);
    }
}
