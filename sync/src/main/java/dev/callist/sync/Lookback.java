package dev.callist.sync;

import dev.callist.sync.internal.run.Ranges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far before a watermark a list is read again, because calls are listed late, are corrected, or have not ended.
 * Immutable.
 *
 * @param lookback always read again; not negative
 * @param openFor read again at most, back to the oldest open call; not negative
 */
public record Lookback(Duration lookback, Duration openFor) {
    /**
     * The creation time from which the list is read again. It moves the query, never the watermark.
     *
     * @param watermark up to where the list has been read
     * @param oldestOpen finds the creation time of the oldest call since a time that may still change, see {@link
     *     StoredCall#isOpen}
     */
    public Instant start(Instant watermark, Function<Instant, Optional<Instant>> oldestOpen) {
        Optional<Instant> open = oldestOpen.apply(Ranges.back(watermark, openFor));
        return Ranges.earlier(Optional.of(Ranges.back(watermark, lookback)), open)
                .orElseThrow();
    }
}
