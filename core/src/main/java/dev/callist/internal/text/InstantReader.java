package dev.callist.internal.text;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a provider writes instants. Reading never fails: what is no instant is absent. */
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

    /** The instant that a text or number stands for. */
    Optional<Instant> read(String text);

    /** The same without making a {@code String} first, for the usual spelling; null for any other, which {@link #read} reads. */
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

    /** Reads one spelling and no other. */
    @FunctionalInterface
    interface PlainForm {
        /** The instant; null when the characters are spelled otherwise. */
        @Nullable
        Instant read(char[] chars, int from, int length);
    }
}
