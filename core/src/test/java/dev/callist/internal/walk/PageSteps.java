package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.internal.walk.join.JoinedPage;
import dev.callist.internal.walk.join.PageJoin;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.seen.SeenCalls;
import dev.callist.internal.walk.source.PageAddress;
import dev.callist.internal.walk.source.PageSource;
import java.util.List;
import java.util.Optional;

/** Joins and filters pages one after another, as a walk does with the pages it fetches. */
final class PageSteps {
    private static final PageSource NO_PAGES = (query, cursor, nextSeen) -> {
        throw new IllegalStateException("the pages are given");
    };

    private final PageFilter filter;
    private final PageJoin join;

    private PageSteps(CallQuery query, boolean mayStopEarly, PassedRows passed) {
        SeenCalls seen = new SeenCalls(passed.keys());
        this.filter = new PageFilter(query, mayStopEarly, passed, seen);
        this.join = new PageJoin(passed, NO_PAGES, query, seen);
    }

    static PageSteps of(CallQuery query, boolean mayStopEarly) {
        return new PageSteps(query, mayStopEarly, PassedRows.NONE);
    }

    /** The steps of a walk that is resumed after these rows. */
    static PageSteps after(PassedRows passed) {
        return new PageSteps(CallQuery.all(), false, passed);
    }

    PageFilter filter() {
        return filter;
    }

    /** The next page, which another one follows. */
    FilteredPage page(Call... calls) {
        return page(List.of(calls));
    }

    FilteredPage page(List<Call> calls) {
        return page(PageAddress.FIRST, CallPage.of(calls, Optional.of(new Cursor("next"))));
    }

    FilteredPage page(PageAddress address, CallPage page) {
        JoinedPage joined = join.join(page, address, false).orElseThrow();
        FilteredPage filtered = filter.filter(address, joined, Optional.empty());
        join.pass(joined);
        return filtered;
    }

    static List<String> ids(FilteredPage page) {
        return page.calls().stream().map(Call::id).toList();
    }
}
