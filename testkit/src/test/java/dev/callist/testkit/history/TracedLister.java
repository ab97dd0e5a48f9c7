package dev.callist.testkit.history;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.PageAhead;
import dev.callist.QueryPlan;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

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
        return fetch(query, cursor, behind -> {});
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor cursor, Consumer<PageAhead> came) {
        return noted(() -> noted(lister.fetch(query, cursor, behind -> came.accept(traced(behind)))));
    }

    private PageAhead traced(PageAhead ahead) {
        return new PageAhead() {
            @Override
            public Cursor guess() {
                return ahead.guess();
            }

            @Override
            public boolean isAt(Cursor place) {
                return ahead.isAt(place);
            }

            @Override
            public Function<Cursor, CallPage> fetch(Consumer<PageAhead> came) {
                return noted(() -> ahead.fetch(behind -> came.accept(traced(behind))))
                        .andThen(TracedLister.this::noted);
            }
        };
    }

    private CallPage noted(CallPage page) {
        lost |= page.anchorLost();
        drifted |= page.drifted();
        server.note("  ", page, page.drifted() ? " drifted" : "", page.anchorLost() ? " lost" : "");
        return page;
    }

    private <T> T noted(Supplier<T> fetch) {
        try {
            return fetch.get();
        } catch (CallListException e) {
            server.note("  ", e.kind(), " after ", e.failure().attempts(), " attempts");
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
