package dev.callist.internal.walk.join;

import dev.callist.ListingReport.Doubt;
import java.util.EnumSet;
import java.util.Set;

/**
 * What happened between a page and the previous one.
 *
 * @param hasDrifted whether rows have shifted
 * @param doubts why rows may be missing
 */
public record Seam(boolean hasDrifted, Set<Doubt> doubts) {
    /** The page continues where the previous one ended. */
    static final Seam CONTINUOUS = new Seam(false, Set.of());

    /** Rows have shifted, but none are missing. */
    static final Seam DRIFT = new Seam(true, Set.of());

    /** This, and a reason why rows may be missing. */
    Seam with(Doubt doubt) {
        Set<Doubt> all = EnumSet.of(doubt);
        all.addAll(doubts);
        return new Seam(hasDrifted, Set.copyOf(all));
    }
}
