package dev.callist.spark.internal.query;

import dev.callist.spark.internal.account.AccountAccess;
import dev.callist.spark.internal.account.AccountSource;
import dev.callist.sync.Lookback;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of a query. Immutable.
 *
 * @param accounts where the accounts are named
 * @param access how executors open them
 * @param failure what a list that is not known to be complete leads to
 * @param slicing how accounts are cut into slices
 * @param limits on requests
 * @param period when the calls were created
 */
public record ReadOptions(
        AccountSource accounts,
        AccountAccess access,
        OnIncomplete failure,
        Slicing slicing,
        RequestLimits limits,
        Period period) {
    /** What happens when a list is INCOMPLETE. */
    public enum OnIncomplete {
        /** The query fails. */
        FAIL,
        /** A warning is logged. */
        WARN
    }

    /**
     * Limits on the requests for an account.
     *
     * @param requestsPerSecond the most a second; infinite for no limit
     * @param pageSize the calls per request; absent for the provider's largest, or Callist's default
     */
    public record RequestLimits(double requestsPerSecond, OptionalInt pageSize) {}

    /**
     * Which time a query covers, and what a stream reads again.
     *
     * @param startingAt where a stream begins; absent for the start of each list
     * @param endingAt the end of the list once it has come; absent for the moment at which a query is planned
     * @param lookback what a stream reads again
     * @param minStep the least time that a batch of a stream moves on; ignored by AvailableNow
     * @param maxStep the most time that a batch of a stream moves on; absent for no limit
     */
    public record Period(
            Optional<Instant> startingAt,
            Optional<Instant> endingAt,
            Lookback lookback,
            Duration minStep,
            Optional<TimeStep> maxStep) {
        /** The end of the list at a moment. */
        public Instant end(Instant now) {
            return endingAt.filter(end -> !end.isAfter(now)).orElse(now);
        }

        /** The last whole multiple of the least step, counted from 1970, at a moment. */
        public Instant lastStep(Instant now) {
            long step = Math.max(1, minStep.dividedBy(ChronoUnit.MICROS.getDuration()));
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
            return Instant.EPOCH.plus(micros - micros % step, ChronoUnit.MICROS);
        }
    }
}
