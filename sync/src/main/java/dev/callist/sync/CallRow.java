package dev.callist.sync;

import dev.callist.Call;
import dev.callist.CallStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call as a row of a table: a value for each {@link CallColumn} that the call has. Immutable. */
public final class CallRow {
    private static final CallColumn[] COLUMNS = CallColumn.values();
    private static final Set<CallColumn> ALL = Collections.unmodifiableSet(EnumSet.allOf(CallColumn.class));

    private final EnumMap<CallColumn, Object> values;

    private CallRow(EnumMap<CallColumn, Object> values) {
        this.values = values;
    }

    /**
     * The row of a call. Texts lose NUL characters and unpaired surrogates to U+FFFD, instants are truncated to microseconds,
     * and numbers are rounded to 15 digits. An instant before 1970 or after 9999 is left out, and {@code problems} names it.
     *
     * @param account the account of a call whose provider gives none
     */
    public static CallRow of(Call call, String account) {
        return of(call, account, ALL);
    }

    /**
     * The row of a call with some of its columns, which have the values that the whole row has.
     *
     * @param account the account of a call whose provider gives none
     * @param columns which ones; among them those of the key
     */
    public static CallRow of(Call call, String account, Set<CallColumn> columns) {
        boolean namesProblems = columns.contains(CallColumn.PROBLEMS);
        EnumMap<CallColumn, Object> values = new EnumMap<>(CallColumn.class);
        values.put(CallColumn.ACCOUNT, account);
        Call whole = call;
        for (CallColumn column : COLUMNS) {
            boolean isWanted = columns.contains(column);
            if (!isWanted && !(namesProblems && column.type() == CallColumn.Type.INSTANT)) {
                continue;
            }
            Object given = column.of(whole);
            Object stored = ColumnValues.stored(column.type(), given);
            if (stored != null && isWanted) {
                values.put(column, stored);
            } else if (stored == null && given != null) {
                whole = Call.builder()
                        .copyFrom(whole)
                        .addProblems(column.sqlName())
                        .build();
            }
        }
        return new CallRow(values);
    }

    /**
     * A row that was read from a store.
     *
     * @param values of the columns that are not null, as {@link CallColumn.Type} describes them; the spaces and the number of
     *     digits may differ
     * @throws IllegalArgumentException if a key column has no value
     */
    public static CallRow of(Map<CallColumn, Object> values) {
        EnumMap<CallColumn, Object> all = new EnumMap<>(CallColumn.class);
        values.forEach((column, value) -> all.put(column, ColumnValues.read(column.type(), value)));
        if (!all.keySet().containsAll(EnumSet.of(CallColumn.PROVIDER, CallColumn.ACCOUNT, CallColumn.ID))) {
            throw new IllegalArgumentException("provider, account and id must not be null");
        }
        return new CallRow(all);
    }

    /**
     * The call that this row was made from, in the form that a store keeps: {@link #of(Call, String)} of it is this row. Its account
     * is always present, and its native record is not.
     */
    public Call toCall() {
        return new RowReader(this).call();
    }

    /** The key. */
    public CallId id() {
        return new CallId(key(CallColumn.PROVIDER), key(CallColumn.ACCOUNT), key(CallColumn.ID));
    }

    /** Whether the call has come to its end: its status is final, or it has an end. */
    public boolean isOver() {
        return CallStatus.valueOf(Objects.toString(get(CallColumn.STATUS), "UNKNOWN"))
                        .isFinal()
                || get(CallColumn.ENDED_AT) != null;
    }

    private String key(CallColumn column) {
        return (String) Objects.requireNonNull(values.get(column));
    }

    /** The value of a column, as {@link CallColumn.Type} describes it; null if the call has none. */
    public @Nullable Object get(CallColumn column) {
        return values.get(column);
    }

    /** The values of the columns that are not null, in the order of the table. */
    public Map<CallColumn, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * The columns in which this row differs from one that was stored earlier. A row without {@link CallColumn#RAW} does not
     * differ by it.
     */
    public Set<CallColumn> differences(CallRow stored) {
        EnumSet<CallColumn> different = EnumSet.noneOf(CallColumn.class);
        for (CallColumn column : COLUMNS) {
            if (!Objects.equals(get(column), stored.get(column))) {
                different.add(column);
            }
        }
        if (get(CallColumn.RAW) == null) {
            different.remove(CallColumn.RAW);
        }
        return different;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallRow that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Provider and status: no id, no number. */
    @Override
    public String toString() {
        return "CallRow[" + get(CallColumn.PROVIDER) + " " + get(CallColumn.STATUS) + "]";
    }
}
