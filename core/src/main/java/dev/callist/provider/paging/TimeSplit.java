package dev.callist.provider.paging;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Splits a provider's list into time windows that can be read at once, each with its own query. Implementations are
 * thread-safe.
 */
public interface TimeSplit {
    /** A list that cannot be split. */
    TimeSplit NONE = new TimeSplit() {
        @Override
        public Optional<Instant> start(CallQuery query) {
            return Optional.empty();
        }

        @Override
        public CallQuery within(CallQuery query, Optional<Instant> from, Optional<Instant> until) {
            return query;
        }
    };

    /**
     * Splits queries that have a {@link CallQuery#createdFrom()} by {@link Call#createdAt()}.
     *
     * @param isServed whether the server filters by both ends of a query's window
     */
    static TimeSplit byCreation(Predicate<CallQuery> isServed) {
        return new TimeSplit() {
            @Override
            public Optional<Instant> start(CallQuery query) {
                return isServed.test(query) ? query.createdFrom() : Optional.empty();
            }

            @Override
            public CallQuery within(CallQuery query, Optional<Instant> from, Optional<Instant> until) {
                Optional<Instant> end = until.filter(
                        last -> query.createdBefore().filter(last::isAfter).isEmpty());
                return query.toBuilder()
                        .createdFrom(from.or(query::createdFrom))
                        .createdBefore(end.or(query::createdBefore))
                        .build();
            }
        };
    }

    /** The earliest time that a query selects; absent if its list cannot be split. */
    Optional<Instant> start(CallQuery query);

    /**
     * Narrows a query to a part of its time.
     *
     * @param from the start, inclusive; absent for the query's own
     * @param until the end, exclusive; absent for the query's own
     */
    CallQuery within(CallQuery query, Optional<Instant> from, Optional<Instant> until);

    /** The time of a call by which the server filters. */
    default Optional<Instant> serverTime(Call call) {
        return call.createdAt();
    }

    /** Estimates from a page how much later than {@link Call#createdAt()} a call's {@link #serverTime} can be. */
    default Duration longestDelay(CallPage page) {
        return Duration.ZERO;
    }
}
