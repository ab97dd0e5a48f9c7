package dev.callist.spark.internal.query;

import dev.callist.CallDirection;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import dev.callist.QueryFilter;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A filter of a {@link dev.callist.CallQuery} with its value, as it travels to executors.
 *
 * @param filter which one
 * @param value an {@code Instant}, {@code CallDirection}, {@code String}, {@code Duration}, or {@code ArrayList} of
 *     statuses
 */
public record PushedFilter(QueryFilter filter, Serializable value) implements Serializable {
    /** Sets the filter. */
    void applyTo(CallQueryBuilder query) {
        switch (filter) {
            case CREATED_FROM -> query.createdFrom((Instant) value);
            case CREATED_BEFORE -> query.createdBefore((Instant) value);
            case DIRECTION -> query.direction((CallDirection) value);
            case STATUSES -> ((List<?>) value).forEach(status -> query.addStatuses((CallStatus) status));
            case FROM -> query.from((String) value);
            case TO -> query.to((String) value);
            case MIN_DURATION -> query.minDuration((Duration) value);
            case MAX_DURATION -> query.maxDuration((Duration) value);
            case PARTY, TAGS -> throw new IllegalStateException("no predicate is pushed as " + filter);
        }
    }

    /** The name only: the value may be a phone number. */
    @Override
    public String toString() {
        return "PushedFilter[" + filter + "]";
    }
}
