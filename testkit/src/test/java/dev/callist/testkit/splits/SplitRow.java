package dev.callist.testkit.splits;

import java.time.Instant;

/**
 * A row of a {@link SplitServer}.
 *
 * @param at the time by which the server selects
 * @param isDated whether the row shows that time
 */
public record SplitRow(String id, Instant at, boolean isDated) {
    SplitRow undated() {
        return new SplitRow(id, at, false);
    }
}
