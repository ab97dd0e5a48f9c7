package dev.callist.sync.internal.jdbc;

import dev.callist.sync.CallColumn;
import dev.callist.sync.TimeRange;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A range of creation times as the end of a WHERE clause. */
final class RangeCondition {
    private RangeCondition() {}

    /** The condition; empty for all calls. */
    static String of(TimeRange range) {
        return (range.from().isPresent() ? " AND created_at >= ?" : "")
                + (range.before().isPresent() ? " AND created_at < ?" : "");
    }

    /** Sets its parameters, and returns the index of the next one. */
    static int set(PreparedStatement statement, int first, TimeRange range, SqlDialect dialect) throws SQLException {
        int next = setBound(statement, first, range.from(), dialect);
        return setBound(statement, next, range.before(), dialect);
    }

    private static int setBound(PreparedStatement statement, int index, Optional<Instant> bound, SqlDialect dialect)
            throws SQLException {
        if (bound.isEmpty()) {
            return index;
        }
        dialect.set(statement, index, CallColumn.Type.INSTANT, storable(bound.get()));
        return index + 1;
    }

    /** The first instant that a column can have and that is not before the bound. */
    private static Instant storable(Instant bound) {
        if (bound.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        if (bound.isAfter(InstantText.END)) {
            return InstantText.END;
        }
        Instant micros = bound.truncatedTo(ChronoUnit.MICROS);
        return micros.equals(bound) ? micros : micros.plus(1, ChronoUnit.MICROS);
    }
}
