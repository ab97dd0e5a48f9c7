package dev.callist.report;

import java.util.List;

/**
 * The parties with the most calls. Callers with withheld numbers are left out. Immutable.
 *
 * @param callers whom the most calls come from, the busiest first; at most 20
 * @param called whom the most calls go to, the busiest first; at most 20
 */
public record BusiestParties(List<BusyParty> callers, List<BusyParty> called) {
    /** Copies the lists. */
    public BusiestParties {
        callers = List.copyOf(callers);
        called = List.copyOf(called);
    }
}
