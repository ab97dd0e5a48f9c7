package dev.callist.sync;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A call that is not the same in a copy and in its source. Immutable.
 *
 * @param id which call
 * @param kind how they differ
 * @param day the local day of its creation, in the list if it is there; absent if it has no time
 * @param columns in which they differ; empty if the call is on one side only
 */
public record CallDifference(CallId id, Kind kind, Optional<LocalDate> day, Set<CallColumn> columns) {
    /** Copies the columns. */
    public CallDifference {
        Objects.requireNonNull(id, "id");
        columns = Set.copyOf(columns);
    }

    /** How a call differs. */
    public enum Kind {
        /** The copy has it, but the source does not list it. */
        ONLY_IN_COPY,
        /** The source lists it, but the copy does not have it, or marks it as missing. */
        ONLY_IN_LIST,
        /** Both have it, with different content. */
        DIFFERENT
    }
}
