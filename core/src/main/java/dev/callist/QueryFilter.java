package dev.callist;

/** The neutral filters of a {@link CallQuery}, as a {@link QueryPlan} names them. */
public enum QueryFilter {
    /** {@link CallQuery#createdFrom()}. */
    CREATED_FROM,
    /** {@link CallQuery#createdBefore()}. */
    CREATED_BEFORE,
    /** {@link CallQuery#direction()}. */
    DIRECTION,
    /** {@link CallQuery#statuses()}. */
    STATUSES,
    /** {@link CallQuery#from()}. */
    FROM,
    /** {@link CallQuery#to()}. */
    TO,
    /** {@link CallQuery#minDuration()}. */
    MIN_DURATION,
    /** {@link CallQuery#maxDuration()}. */
    MAX_DURATION,
    /** {@link CallQuery#tags()}. */
    TAGS
}
