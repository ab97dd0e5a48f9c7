package dev.callist.testkit.history;

import dev.callist.CallQuery;
import dev.callist.CallStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A list that rows come into, leave, change and move in. Rows that are gone or have moved away keep their place, so
 * that any two rows that ever were have an order. Knows which calls have been in the list and matched a query ever
 * since {@link #watch}.
 */
final class ChangingList {
    private final CallQuery query;
    private final List<ListedCall> rows = new ArrayList<>();
    private final Set<Integer> standing = new HashSet<>();
    private final Set<Integer> moved = new HashSet<>();
    private final List<Integer> sizes = new ArrayList<>();
    private int keys;

    /** An empty list; the keys of its rows follow the given one. */
    ChangingList(CallQuery query, int keys) {
        this.query = query;
        this.keys = keys;
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

    /** Updates all rows of a call that are in the list. */
    void updateCall(int call, CallStatus status, int seconds) {
        for (int index = 0; index < rows.size(); index++) {
            ListedCall row = rows.get(index);
            if (row.call() == call && !row.isGone()) {
                replace(index, row.updated(status, seconds));
            }
        }
    }

    /**
     * Moves a row to another index, counted before the move. A reader between the two places cannot notice a row that
     * moves up, so it is not watched any longer.
     */
    void move(int from, int to, ListedCall updated) {
        ListedCall row = rows.get(from);
        rows.set(from, row.gone());
        rows.add(to, updated.withKey(newKey()));
        moved.add(row.call());
        if (to <= from || !updated.isWantedBy(query)) {
            standing.remove(row.call());
        }
    }

    /** Changes a row's time in its place. */
    void retime(int index, ListedCall updated) {
        moved.add(updated.call());
        replace(index, updated);
    }

    /** The calls that have changed their time or their place, so that a later reader cannot know them again. */
    Set<Integer> moved() {
        return moved;
    }

    /** Notes the number of rows that a request has found, and returns an earlier one. */
    int sizeBefore(int requests, int size) {
        sizes.add(size);
        return sizes.get(Math.max(0, sizes.size() - 1 - requests));
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

    /** Where a call is or was last. */
    int lastPlaceOf(int call) {
        int index = rows.size() - 1;
        while (index >= 0 && rows.get(index).call() != call) {
            index--;
        }
        return index;
    }

    /** Whether a call is listed below one that is older, so that a list that seems to run newest first hides it. */
    boolean isOutOfOrder(int call) {
        int place = lastPlaceOf(call);
        return place >= 0
                && rows.subList(0, place).stream()
                        .anyMatch(row -> row.at().isBefore(rows.get(place).at()));
    }
}
