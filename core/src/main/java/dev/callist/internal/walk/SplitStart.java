package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.internal.walk.join.PageJoin;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.source.PageAddress;
import dev.callist.internal.walk.source.TimeWindow;
import dev.callist.internal.walk.source.WindowPlanner;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The start of a split: the page that it continues, which its first windows show again. Calls that only the first
 * window shows belong further down in the list, which means that the list does not run newest first by the time that
 * windows select by.
 *
 * @param known the page
 * @param following the address after that page, to return to
 * @param above the first window
 */
record SplitStart(CallPage known, PageAddress following, TimeWindow above) {
    boolean isAt(PageAddress address) {
        return address.window().equals(Optional.of(above));
    }

    /** Whether the window of an address reaches up to the last call of the page, so that it shows calls of it again. */
    boolean isShownBy(Optional<PageAddress> address) {
        Optional<Instant> last = known.calls().get(known.calls().size() - 1).createdAt();
        return address.flatMap(PageAddress::window)
                .filter(window -> last.filter(window.before()::isAfter).isPresent())
                .isPresent();
    }

    /** The page of the first window, less the calls of the known page and those that have arrived above it since. */
    Optional<CallPage> further(CallPage page, boolean isFirst, WindowPlanner planner) {
        List<Call> calls = page.calls();
        int arrived = isFirst ? arrived(calls) : 0;
        boolean isUnknown = isFirst && arrived == calls.size() && !calls.isEmpty();
        CallPage further = PageJoin.withoutRepeats(
                known,
                page.toBuilder().calls(calls.subList(arrived, calls.size())).build());
        boolean isOrdered = further.calls().stream().allMatch(call -> planner.isDelayed(above, call));
        return isUnknown || !isOrdered ? Optional.empty() : Optional.of(further);
    }

    /**
     * How many calls precede the first known one: a call above a page that was read before was not in the list then.
     */
    private int arrived(List<Call> calls) {
        Set<CallKey> keys = new HashSet<>();
        known.calls().forEach(call -> keys.add(CallKey.of(call)));
        int first = 0;
        while (first < calls.size() && !keys.contains(CallKey.of(calls.get(first)))) {
            first++;
        }
        return first;
    }
}
