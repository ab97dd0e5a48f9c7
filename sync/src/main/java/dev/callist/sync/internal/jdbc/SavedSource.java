package dev.callist.sync.internal.jdbc;

import dev.callist.sync.SourceState;
import java.time.Instant;
import java.util.Optional;

/**
 * The row of a source.
 *
 * @param state what is known of it
 * @param lastRun the latest run that wrote
 * @param hasPrices whether any of its calls has a price
 */
record SavedSource(SourceState state, Optional<Instant> lastRun, boolean hasPrices) {
    /** Of a source without a row. */
    static final SavedSource NEW = new SavedSource(SourceState.NEW, Optional.empty(), false);

    SavedSource with(SourceState now, Instant runAt) {
        return new SavedSource(now, Optional.of(runAt), hasPrices);
    }

    /** This source after a run that may be a later one. */
    SavedSource andRun(Optional<Instant> run) {
        boolean isLater = run.isPresent() && lastRun.filter(run.get()::isBefore).isEmpty();
        return isLater ? with(state, run.get()) : this;
    }

    SavedSource withPrices() {
        return new SavedSource(state, lastRun, true);
    }
}
