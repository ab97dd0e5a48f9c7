package dev.callist.provider.paging;

import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.QueryPlan;
import dev.callist.provider.ServerFilters;

/** The pages of one lister. Thread-safe. */
public sealed interface ListPages permits TokenPages, CountedPages {
    /** The listing of a query, for {@link CallLister#list}. */
    CallListing list(CallLister lister, CallQuery query);

    /** Fetches one page, for {@link CallLister#fetch}. */
    CallPage fetch(CallQuery query, Cursor cursor);

    /**
     * The plan for a query, for {@link CallLister#plan}.
     *
     * @param filters the filters of this query
     * @param identity the base URL and ids of the list and the name of its account, never the credential
     */
    QueryPlan plan(CallQuery query, ServerFilters filters, String identity);
}
