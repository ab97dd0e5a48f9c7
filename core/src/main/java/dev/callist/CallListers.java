package dev.callist;

import dev.callist.internal.check.CheckRun;
import java.util.ArrayList;
import java.util.List;

/** Combines and checks listers. */
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

    /**
     * Finds out what a lister's server really does, and compares it with what the provider documents. Blocks while it sends at
     * most five requests for lists, which change nothing on the server.
     *
     * <p>The five include retries: a page is attempted at most twice, with the waits that the lister's options set. For a
     * lister that does not use the provider kit, each {@link CallLister#fetch} counts as one request and those that it reports
     * as retries. Pages have the lister's usual size. What the rows do not show is NOT_SEEN: a list of a few calls shows little.
     *
     * <p>Some subjects need more than {@link CallLister} says. FIELDS and VALUES need {@link Call#rawJson()} and a native record,
     * and spellings a {@link dev.callist.provider.ApiProfile.ProfiledLister}.
     *
     * @param lister not a merged one; check its parts instead
     * @throws CallListException INVALID_CONFIG when the lister is merged. Otherwise the failure of the first page, except that a
     *     refused credential (AUTHENTICATION, PERMISSION) is a finding about the KEY
     */
    public static ListerCheck check(CallLister lister) {
        if (lister instanceof MergedCalls) {
            throw CallListException.invalidConfig("check", "merged listers cannot be checked; check each lister alone");
        }
        return CheckRun.of(lister);
    }
}
