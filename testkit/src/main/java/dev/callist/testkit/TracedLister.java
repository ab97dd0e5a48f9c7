package dev.callist.testkit;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.QueryPlan;
import java.util.List;

/** Another lister, whose pages are written down. */
final class TracedLister implements CallLister {
    private final CallLister lister;
    private final HistoryServer server;
    private volatile boolean lost;
    private volatile boolean drifted;

    TracedLister(CallLister lister, HistoryServer server) {
        this.lister = lister;
        this.server = server;
    }

    /** Whether a page was said not to join the one before. */
    boolean isLost() {
        return lost;
    }

    /** Whether rows were seen to shift. */
    boolean isDrifted() {
        return drifted;
    }

    @Override
    public String provider() {
        return lister.provider();
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        try {
            CallPage page = lister.fetch(query, cursor);
            lost |= page.anchorLost();
            drifted |= page.drifted();
            server.note("  ", page, page.drifted() ? " drifted" : "", page.anchorLost() ? " lost" : "");
            return page;
        } catch (CallListException e) {
            server.note("  ", e.kind(), " after ", e.attempts(), " attempts");
            throw e;
        }
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        return lister.plan(query);
    }

    @Override
    public List<Cursor> ahead(CallQuery query, CallPage known, int pages) {
        return lister.ahead(query, known, pages);
    }

    @Override
    public ClientOptions options() {
        return lister.options();
    }

    @Override
    public void close() {}
}
