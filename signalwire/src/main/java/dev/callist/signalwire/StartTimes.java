package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.internal.TimeSlice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The range of start times that a query gives, by which its list can be split; SignalWire counts in whole seconds. */
final class StartTimes {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration EARLY_STOP_SLACK = Duration.ofDays(1);
    private static final Duration USUAL_DELAY = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private StartTimes() {}

    /** Where the range starts, but no more than a day before the creation that is asked for; absent when there is no range. */
    static Optional<Instant> start(CallQuery query) {
        return filters(query)
                .filter(filters -> filters.startTime().isEmpty())
                .flatMap(SignalWireFilters::startTimeAfter)
                .map(start -> query.createdFrom()
                        .map(from -> from.minus(EARLY_STOP_SLACK))
                        .filter(start::isBefore)
                        .orElse(start));
    }

    /** The query for one part of its list. */
    static CallQuery within(TimeSlice slice, CallQuery query) {
        if (slice.isWhole()) {
            return query;
        }
        SignalWireFiltersBuilder part = SignalWireFilters.builder();
        Optional<SignalWireFilters> whole = filters(query);
        whole.ifPresent(part::copyFrom);
        slice.from().ifPresent(part::startTimeAfter);
        Optional<Instant> end = whole.flatMap(SignalWireFilters::startTimeBefore);
        slice.until()
                .map(until -> until.plus(SECOND).minusNanos(1).truncatedTo(ChronoUnit.SECONDS))
                .filter(until -> end.filter(until::isAfter).isEmpty())
                .ifPresent(part::startTimeBefore);
        return query.toBuilder().providerFilters(List.of(part.build())).build();
    }

    /** How long after their creation calls may start, by those of a page. */
    static Duration delays(CallPage page) {
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
