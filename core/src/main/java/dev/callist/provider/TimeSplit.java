package dev.callist.provider;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the list of a provider can be read in several time windows at once, each of which an ordinary query asks for.
 * Implementations are thread-safe.
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
     * A split by {@link Call#createdAt()}, of queries that have a {@link CallQuery#createdFrom()}.
     *
     * @param isServed whether the server selects by both ends of a query's window
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

    /** The earliest time that a query asks for; absent where its list cannot be split. */
    Optional<Instant> start(CallQuery query);

    /**
     * A query for a part of another one's time.
     *
     * @param from the start, inclusive; absent for the query's own
     * @param until the end, exclusive; absent for the query's own
     */
    CallQuery within(CallQuery query, Optional<Instant> from, Optional<Instant> until);

    /** Whether the server selects by {@link Call#createdAt()}. */
    default boolean byCreation() {
        return true;
    }

    /** The time of a call by which the server selects. */
    default Optional<Instant> serverTime(Call call) {
        return call.createdAt();
    }

    /** How much later than their creation the server times of calls may be, to judge by a page. */
    default Duration longestDelay(CallPage page) {
        return Duration.ZERO;
    }
}
