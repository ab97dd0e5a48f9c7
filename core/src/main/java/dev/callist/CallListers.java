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
     * <p>Two listers of one provider can be told apart if their base URL, their ids or the name of their account differ,
     * see {@link QueryPlan#identity()}. Their credentials do not matter, because credentials change.
     *
     * @param more further listers; of calls created at the same instant, those of the earlier argument come first
     * @throws CallListException INVALID_CONFIG when two of them cannot be told apart: their calls would be returned twice, or
     *     their resume points could be mixed up
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
     * @throws CallListException INVALID_CONFIG when the list is empty, or when two listers cannot be told apart
     */
    public static MergedCalls merged(List<? extends CallLister> listers) {
        return MergedCalls.of(listers);
    }
}
