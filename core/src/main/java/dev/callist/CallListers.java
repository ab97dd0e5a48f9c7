package dev.callist;

import java.util.ArrayList;
import java.util.List;

/** Listers made of others. */
public final class CallListers {
    private CallListers() {}

    /**
     * Several listers as one, whose calls come newest first across all of them; see {@link MergedCalls}. Merged ones among
     * them are taken apart.
     *
     * <p>Two listers of one provider are taken to list the same calls when their base URL and ids are the same,
     * {@link QueryPlan#identity()}: keys do not tell them apart.
     *
     * @param more further listers; where calls were created at the same instant, the lister that stands first goes first
     * @throws CallListException INVALID_CONFIG when two of them list the same calls: each would come twice
     */
    public static MergedCalls merged(CallLister first, CallLister... more) {
        List<CallLister> all = new ArrayList<>();
        all.add(first);
        all.addAll(List.of(more));
        return MergedCalls.of(all);
    }

    /**
     * The same for a list of them.
     *
     * @throws CallListException INVALID_CONFIG when there is none, or when two of them list the same calls
     */
    public static MergedCalls merged(List<? extends CallLister> listers) {
        return MergedCalls.of(listers);
    }
}
