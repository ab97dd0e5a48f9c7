package dev.callist.testkit.rows;

/** Whether a row satisfies a filter, or a query. The order is that of their conjunction: the first one decides. */
enum Verdict {
    /** It does not, and every reader has to see that. */
    NO,
    /** It does not, but a reader may be unable to see that. */
    UNLIKELY,
    /** The row does not say. */
    UNCLEAR,
    /** It does, but a reader may be unable to see that. */
    LIKELY,
    /** It does, and every reader has to see that. */
    YES;

    Verdict and(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The verdict if either of two sides of a call may satisfy the filter. */
    Verdict or(Verdict other) {
        if (this == YES || other == YES) {
            return YES;
        }
        if (this == LIKELY || other == LIKELY) {
            return LIKELY;
        }
        if (this == UNCLEAR || other == UNCLEAR) {
            return UNCLEAR;
        }
        return this == NO && other == NO ? NO : UNLIKELY;
    }
}
