package dev.callist;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Two pages that were asked for independently, of which the second may repeat calls of the first. */
final class Overlap {
    private Overlap() {}

    /**
     * Whether the second page goes on from the first: the first one's last call stands in it. A page that brings nothing
     * behind that call shows nothing, unless it begins with it and ends the list: a server that ignores what is asked for
     * gives the same page under any number.
     */
    static boolean isIn(CallPage first, CallPage second) {
        List<Call> calls = first.calls();
        int standing = calls.isEmpty() ? -1 : position(second, CallKey.of(calls.get(calls.size() - 1)));
        boolean bringsMore = standing < second.calls().size() - 1;
        return standing >= 0 && (bringsMore || (standing == 0 && second.next().isEmpty()));
    }

    /** The second page less the calls and rejected rows of the first, joined to it. */
    static CallPage without(CallPage first, CallPage second) {
        Set<CallKey> known = new HashSet<>();
        first.calls().forEach(call -> known.add(CallKey.of(call)));
        List<Call> rest = second.calls().stream()
                .filter(call -> !known.contains(CallKey.of(call)))
                .toList();
        Set<String> rejected =
                first.rejected().stream().map(RejectedRow::rawJson).collect(Collectors.toSet());
        boolean shifted = second.anchorLost()
                && position(second, CallKey.of(first.calls().get(first.calls().size() - 1))) > 0;
        return new CallPage(
                rest,
                second.next(),
                second.total(),
                second.rejected().stream()
                        .filter(row -> !rejected.contains(row.rawJson()))
                        .toList(),
                second.retries(),
                second.waited(),
                second.drifted() || shifted,
                false,
                second.servedAt());
    }

    private static int position(CallPage page, CallKey key) {
        for (int i = 0; i < page.calls().size(); i++) {
            if (CallKey.of(page.calls().get(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
