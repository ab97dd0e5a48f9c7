package dev.callist.provider.paging;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ProviderFilters;
import dev.callist.provider.InstantFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Splits a list by the range of start times in the provider's own filters, for a server that counts in whole seconds
 * and whose order is that of creation. Thread-safe.
 *
 * @param <F> the provider's filters
 */
public final class StartTimeSplit<F extends ProviderFilters> implements TimeSplit {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration EARLY_STOP_SLACK = Duration.ofDays(1);
    private static final Duration USUAL_DELAY = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private final Class<F> type;
    private final Function<F, Range> reader;
    private final BiFunction<F, Range, F> writer;

    /**
     * A range of start times.
     *
     * @param after the start, inclusive
     * @param before the end, inclusive
     */
    public record Range(Optional<Instant> after, Optional<Instant> before) {}

    /**
     * Creates the split of one provider's list.
     *
     * @param type the type of the filters
     * @param reader the range in filters; without a start if the filters cannot be split
     * @param writer the same filters with another range
     */
    public StartTimeSplit(Class<F> type, Function<F, Range> reader, BiFunction<F, Range, F> writer) {
        this.type = type;
        this.reader = reader;
        this.writer = writer;
    }

    /** The start of the range, but at most a day before the query's createdFrom; absent without a range. */
    @Override
    public Optional<Instant> start(CallQuery query) {
        return filters(query).map(reader).flatMap(Range::after).map(start -> query.createdFrom()
                .map(from -> InstantFormat.clamped(from).minus(EARLY_STOP_SLACK))
                .filter(start::isBefore)
                .orElse(start));
    }

    /** A window starts a second early, in case the server excludes its start. */
    @Override
    public CallQuery within(CallQuery query, Optional<Instant> from, Optional<Instant> until) {
        return filters(query)
                .map(filters -> query.toBuilder()
                        .providerFilters(List.of(writer.apply(filters, narrowed(reader.apply(filters), from, until))))
                        .build())
                .orElse(query);
    }

    private static Range narrowed(Range whole, Optional<Instant> from, Optional<Instant> until) {
        Optional<Instant> start = from.map(first -> first.minus(SECOND))
                .filter(first -> whole.after.filter(first::isBefore).isEmpty());
        Optional<Instant> end = until.map(
                        last -> last.plus(SECOND).minusNanos(1).truncatedTo(ChronoUnit.SECONDS))
                .filter(last -> whole.before.filter(last::isAfter).isEmpty());
        return new Range(start.or(whole::after), end.or(whole::before));
    }

    @Override
    public Optional<Instant> serverTime(Call call) {
        return call.startedAt();
    }

    /** Twice the longest delay of a page and a minute, at most ten minutes. */
    @Override
    public Duration longestDelay(CallPage page) {
        Duration longest = page.calls().stream()
                .flatMap(call -> delay(call).stream())
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
        Duration likely = longest.multipliedBy(2).plus(USUAL_DELAY);
        return likely.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : likely;
    }

    private static Optional<Duration> delay(Call call) {
        return call.createdAt().flatMap(created -> call.startedAt().map(start -> Duration.between(created, start)));
    }

    private Optional<F> filters(CallQuery query) {
        return query.providerFilters().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
