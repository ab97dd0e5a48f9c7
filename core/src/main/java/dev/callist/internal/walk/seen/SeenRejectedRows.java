package dev.callist.internal.walk.seen;

import dev.callist.RejectedRow;
import dev.callist.internal.walk.seen.SeenCalls.Sighting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers the last rejected rows of a walk, so that a row that appears on two pages is reported once. Not
 * thread-safe.
 */
public final class SeenRejectedRows {
    private final SeenCalls seen;

    /** Starts with rows that an earlier walk has passed. */
    public SeenRejectedRows(List<CallKey> known) {
        this.seen = new SeenCalls(known);
    }

    /**
     * Remembers the rows of a page; returns those that no earlier page had. Rows of one page are never taken for one
     * row.
     */
    public List<RejectedRow> add(List<RejectedRow> rows) {
        Set<CallKey> ofThisPage = new HashSet<>();
        List<RejectedRow> fresh = new ArrayList<>(rows.size());
        for (RejectedRow row : rows) {
            CallKey key = CallKey.of(row);
            if (ofThisPage.contains(key) || seen.add(key) == Sighting.FIRST) {
                ofThisPage.add(key);
                fresh.add(row);
            }
        }
        return fresh;
    }
}
