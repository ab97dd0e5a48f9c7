package dev.callist.internal.text;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads instants as one provider writes them. Reading never fails: a text that is not an instant is absent. */
@FunctionalInterface
public interface InstantReader {
    /** {@link IsoInstants#read}. */
    InstantReader ISO = usually(PlainInstants::iso, IsoInstants::read);

    /** {@link IsoInstants#readOrUtc}. */
    InstantReader ISO_OR_UTC = usually(PlainInstants::isoOrUtc, IsoInstants::readOrUtc);

    /** {@link Rfc2822Instants#read}. */
    InstantReader RFC_2822 = usually(PlainInstants::rfc2822, Rfc2822Instants::read);

    /** {@link EpochSeconds#read}. */
    InstantReader EPOCH_SECONDS = usually(EpochSeconds::read, EpochSeconds::read);

    /** The instant of a text or number. */
    Optional<Instant> read(String text);

    /**
     * The instant of characters in the usual spelling, read without creating a {@code String}; null for any other
     * spelling, which {@link #read} then reads.
     */
    default @Nullable Instant readPlain(char[] chars, int from, int length) {
        return null;
    }

    private static InstantReader usually(PlainForm plain, InstantReader tolerant) {
        return new InstantReader() {
            @Override
            public Optional<Instant> read(String text) {
                return tolerant.read(text);
            }

            @Override
            public @Nullable Instant readPlain(char[] chars, int from, int length) {
                return plain.read(chars, from, length);
            }
        };
    }

    /** Reads exactly one spelling. */
    @FunctionalInterface
    interface PlainForm {
        /** The instant; null for any other spelling. */
        @Nullable
        Instant read(char[] chars, int from, int length);
    }
}
