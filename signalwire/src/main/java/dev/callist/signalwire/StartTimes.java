package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.provider.paging.TimeSplit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Splits a list by the range of start times in its query; SignalWire counts in whole seconds. */
final class StartTimes implements TimeSplit {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration EARLY_STOP_SLACK = Duration.ofDays(1);
    private static final Duration USUAL_DELAY = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    /** The start of the range, but at most a day before the query's createdFrom; absent without a range. */
    @Override
    public Optional<Instant> start(CallQuery query) {
        return filters(query)
                .filter(filters -> filters.startTime().isEmpty())
                .flatMap(SignalWireFilters::startTimeAfter)
                .map(start -> query.createdFrom()
                        .map(from -> from.minus(EARLY_STOP_SLACK))
                        .filter(start::isBefore)
                        .orElse(start));
    }

    /** A window starts a second early, in case SignalWire excludes its start. */
    @Override
    public CallQuery within(CallQuery query, Optional<Instant> from, Optional<Instant> until) {
        SignalWireFiltersBuilder part = SignalWireFilters.builder();
        Optional<SignalWireFilters> whole = filters(query);
        whole.ifPresent(part::copyFrom);
        Optional<Instant> start = whole.flatMap(SignalWireFilters::startTimeAfter);
        from.map(first -> first.minus(SECOND))
                .filter(first -> start.filter(first::isBefore).isEmpty())
                .ifPresent(part::startTimeAfter);
        Optional<Instant> end = whole.flatMap(SignalWireFilters::startTimeBefore);
        until.map(last -> last.plus(SECOND).minusNanos(1).truncatedTo(ChronoUnit.SECONDS))
                .filter(last -> end.filter(last::isAfter).isEmpty())
                .ifPresent(part::startTimeBefore);
        return query.toBuilder().providerFilters(List.of(part.build())).build();
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

    private static Optional<SignalWireFilters> filters(CallQuery query) {
        return query.providerFilters().stream()
                .filter(SignalWireFilters.class::isInstance)
                .map(SignalWireFilters.class::cast)
                .findFirst();
    }
}
