package dev.callist.spark.internal.query;

import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.QueryFilter;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The filters that were pushed down. Mutable while they are collected; serializable. Not thread-safe. */
public final class CallFilters implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EnumMap<QueryFilter, PushedFilter> filters = new EnumMap<>(QueryFilter.class);

    /**
     * Adds a filter. A bound replaces a looser one.
     *
     * @return whether it is in force; not if the same filter has another value already
     */
    public boolean add(PushedFilter added) {
        PushedFilter before = filters.get(added.filter());
        if (before == null) {
            filters.put(added.filter(), added);
            return true;
        }
        boolean isTighter =
                switch (added.filter()) {
                    case CREATED_FROM, MIN_DURATION -> compare(added, before) > 0;
                    case CREATED_BEFORE, MAX_DURATION -> compare(added, before) < 0;
                    case DIRECTION, STATUSES, FROM, TO, PARTY, TAGS -> false;
                };
        if (isTighter) {
            filters.put(added.filter(), added);
        }
        return isTighter || isBound(added.filter()) || before.equals(added);
    }

    private static boolean isBound(QueryFilter filter) {
        return switch (filter) {
            case CREATED_FROM, CREATED_BEFORE, MIN_DURATION, MAX_DURATION -> true;
            case DIRECTION, STATUSES, FROM, TO, PARTY, TAGS -> false;
        };
    }

    private static int compare(PushedFilter one, PushedFilter other) {
        if (one.value() instanceof Instant at) {
            return at.compareTo((Instant) other.value());
        }
        return ((Duration) one.value()).compareTo((Duration) other.value());
    }

    /** These filters with another start of the window. */
    public CallFilters since(Optional<Instant> from) {
        CallFilters changed = new CallFilters();
        changed.filters.putAll(filters);
        changed.filters.remove(QueryFilter.CREATED_FROM);
        from.ifPresent(at -> changed.add(new PushedFilter(QueryFilter.CREATED_FROM, at)));
        return changed;
    }

    /** Whether no call can match, because a bound excludes the other one. */
    public boolean excludeAll() {
        boolean hasNoTime = from().flatMap(from -> before().map(before -> !from.isBefore(before)))
                .orElse(false);
        boolean hasNoDuration = value(QueryFilter.MIN_DURATION, Duration.class)
                .flatMap(
                        least -> value(QueryFilter.MAX_DURATION, Duration.class).map(most -> least.compareTo(most) > 0))
                .orElse(false);
        return hasNoTime || hasNoDuration;
    }

    /** The start of the window. */
    public Optional<Instant> from() {
        return value(QueryFilter.CREATED_FROM, Instant.class);
    }

    /** The end of the window, exclusive. */
    public Optional<Instant> before() {
        return value(QueryFilter.CREATED_BEFORE, Instant.class);
    }

    /** Whether a bound of the time is set, which a call without a time does not satisfy. */
    public boolean haveWindow() {
        return from().isPresent() || before().isPresent();
    }

    private <T> Optional<T> value(QueryFilter filter, Class<T> type) {
        return Optional.ofNullable(filters.get(filter)).map(PushedFilter::value).map(type::cast);
    }

    /** The filters that are set. */
    public List<QueryFilter> names() {
        return List.copyOf(filters.keySet());
    }

    /** The query, with its own window. */
    public CallQuery query(OptionalInt pageSize) {
        return query(from(), before(), pageSize);
    }

    /** The query with another window. */
    public CallQuery query(Optional<Instant> from, Optional<Instant> before, OptionalInt pageSize) {
        CallQueryBuilder query = CallQuery.builder();
        for (Map.Entry<QueryFilter, PushedFilter> filter : filters.entrySet()) {
            if (filter.getKey() != QueryFilter.CREATED_FROM && filter.getKey() != QueryFilter.CREATED_BEFORE) {
                filter.getValue().applyTo(query);
            }
        }
        return query.createdFrom(from).createdBefore(before).pageSize(pageSize).build();
    }

    /** The names of the filters; no value. */
    @Override
    public String toString() {
        return "CallFilters" + filters.keySet();
    }
}
