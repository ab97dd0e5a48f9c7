package dev.callist.testkit.walks;

import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.QueryPlan;
import dev.callist.testkit.InMemoryCalls;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** An endless list whose pages have one call each. */
final class EndlessCalls implements CallLister {
    private final InMemoryCalls none = InMemoryCalls.of("mine", List.of());
    private final AtomicInteger pages = new AtomicInteger();
    private final IntFunction<String> id;
    private final IntFunction<String> cursor;

    /**
     * Makes a list.
     *
     * @param id the id of the call on a page
     * @param cursor the cursor after a page
     */
    EndlessCalls(IntFunction<String> id, IntFunction<String> cursor) {
        this.id = id;
        this.cursor = cursor;
    }

    @Override
    public String provider() {
        return none.provider();
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor from) {
        int page = pages.incrementAndGet();
        return CallPage.of(
                List.of(InMemoryWalks.undated(id.apply(page)).build()), Optional.of(new Cursor(cursor.apply(page))));
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        return none.plan(query);
    }

    @Override
    public ClientOptions options() {
        return none.options();
    }

    @Override
    public void close() {
        none.close();
    }
}
