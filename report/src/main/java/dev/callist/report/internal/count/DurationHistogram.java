package dev.callist.report.internal.count;

import dev.callist.report.DurationDistribution;
import dev.callist.report.DurationDistribution.Band;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts durations twice: in bands for people, and in cells for percentiles. A cell is a second wide below 128 seconds,
 * then a 64th of the power of two below it, so that its lower end is at most 1.6 % too low.
 */
final class DurationHistogram {
    /** Where the bands begin, in seconds. */
    private static final int[] BANDS = {0, 10, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600};

    /** A power of two has this many cells, as a power of two. */
    private static final int CELL_BITS = 6;

    private static final int CELLS = 1 << CELL_BITS;

    private static final int WHOLE = 100;

    private final long[] bands = new long[BANDS.length];
    private final long[] cells = new long[(Long.SIZE - CELL_BITS) * CELLS];
    private long count;
    private Duration longest = Duration.ZERO;

    void add(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        bands[band(seconds)]++;
        cells[cell(seconds)]++;
        count++;
        longest = duration.compareTo(longest) > 0 ? duration : longest;
    }

    DurationDistribution distribution() {
        return new DurationDistribution(
                bands(),
                percentile(50),
                percentile(90),
                percentile(99),
                count == 0 ? Optional.empty() : Optional.of(longest));
    }

    private static int band(long seconds) {
        int band = BANDS.length - 1;
        while (BANDS[band] > seconds) {
            band--;
        }
        return band;
    }

    private static int cell(long seconds) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(seconds) - CELL_BITS - 1);
        return shift * CELLS + (int) (seconds >>> shift);
    }

    /** The fewest seconds of a cell. */
    private static long lowerEnd(int cell) {
        int shift = Math.max(0, cell / CELLS - 1);
        return (long) (cell - shift * CELLS) << shift;
    }

    private Optional<Duration> percentile(int percent) {
        if (count == 0) {
            return Optional.empty();
        }
        long rank = Math.max(1, (count * percent + WHOLE - 1) / WHOLE);
        int cell = 0;
        for (long seen = cells[0]; seen < rank; seen += cells[cell]) {
            cell++;
        }
        return Optional.of(Duration.ofSeconds(lowerEnd(cell)));
    }

    private List<Band> bands() {
        List<Band> all = new ArrayList<>();
        for (int i = 0; i < BANDS.length; i++) {
            Optional<Duration> before =
                    i + 1 < BANDS.length ? Optional.of(Duration.ofSeconds(BANDS[i + 1])) : Optional.empty();
            all.add(new Band(Duration.ofSeconds(BANDS[i]), before, bands[i]));
        }
        return all;
    }
}
