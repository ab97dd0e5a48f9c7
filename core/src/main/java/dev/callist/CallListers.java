package dev.callist;

import java.util.ArrayList;
import java.util.List;

/** Combines listers. */
public final class CallListers {
    private CallListers() {}

    /**
     * Merges several listers into one that returns the calls of all of them newest first; see {@link MergedCalls}.
     * Merged listers are flattened.
     *
     * <p>Two listers of one provider list the same calls when their base URL and ids are the same, see {@link
     * QueryPlan#identity()}; their credentials do not matter.
     *
     * @param more further listers; of calls created at the same instant, those of the earlier argument come first
     * @throws CallListException INVALID_CONFIG when two of them list the same calls, which would then be returned twice
     */
    public static MergedCalls merged(CallLister first, CallLister... more) {
        List<CallLister> all = new ArrayList<>();
        all.add(first);
        all.addAll(List.of(more));
        return MergedCalls.of(all);
    }

    /**
     * Merges a list of listers into one, like {@link #merged(CallLister, CallLister...)}.
     *
     * @throws CallListException INVALID_CONFIG when the list is empty, or when two listers list the same calls
     */
    public static MergedCalls merged(List<? extends CallLister> listers) {
        return MergedCalls.of(listers);
    }
}
