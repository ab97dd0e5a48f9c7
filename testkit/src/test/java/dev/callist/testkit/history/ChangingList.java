package dev.callist.testkit.history;

import dev.callist.CallQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A list that rows come into, leave and change in. Rows that are gone keep their place, so that any two rows that ever were
 * have an order. Knows which calls have been in the list and matched a query ever since {@link #watch}.
 */
final class ChangingList {
    private final CallQuery query;
    private final List<ListedCall> rows = new ArrayList<>();
    private final Set<Integer> standing = new HashSet<>();
    private int keys;

    ChangingList(CallQuery query) {
        this.query = query;
    }

    /** All rows, including removed ones, in the list's order. */
    List<ListedCall> rows() {
        return rows;
    }

    /** The rows of the list that pass a filter. */
    List<ListedCall> rows(Predicate<ListedCall> filter) {
        List<ListedCall> passed = new ArrayList<>(rows.size());
        for (ListedCall row : rows) {
            if (!row.isGone() && filter.test(row)) {
                passed.add(row);
            }
        }
        return passed;
    }

    /** A key for a new row; it serves for the row's call as well. */
    int newKey() {
        return ++keys;
    }

    void add(int index, ListedCall row) {
        rows.add(index, row);
    }

    void remove(int index) {
        ListedCall row = rows.get(index);
        rows.set(index, row.gone());
        standing.remove(row.call());
    }

    void replace(int index, ListedCall updated) {
        rows.set(index, updated);
        if (!updated.isWantedBy(query)) {
            standing.remove(updated.call());
        }
    }

    /** Starts to watch the rows that are in the list and match. */
    void watch() {
        for (ListedCall row : rows) {
            if (!row.isGone() && row.isWantedBy(query)) {
                standing.add(row.call());
            }
        }
    }

    /** The calls that have been in the list and matched since {@link #watch}. */
    Set<Integer> standing() {
        return standing;
    }

    /** Where a row with this key is or was. */
    int indexOf(int key) {
        int index = 0;
        while (index < rows.size() && rows.get(index).key() != key) {
            index++;
        }
        return index;
    }

    /** Where a call is or was first. */
    int placeOf(int call) {
        int index = 0;
        while (index < rows.size() && rows.get(index).call() != call) {
            index++;
        }
        return index;
    }
}
