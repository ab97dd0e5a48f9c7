package dev.callist.testkit.internal.laml;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.calls.ListedCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list: pages by position, newest first. A page without filters costs its own rows. */
public record LamlList(ListedCalls calls) {
    /**
     * A page.
     *
     * @param previous the position before the page; absent on the first page
     * @param next the position after the page; absent if no row follows
     */
    public record Page(List<SandboxCall> rows, Optional<LamlPosition> previous, Optional<LamlPosition> next) {}

    public Page page(LamlListRequest asked, PageTwist twist) {
        int start = start(asked);
        int number = asked.place().page();
        return switch (twist) {
            case NONE -> page(asked, start);
            case EMPTY_PAGE ->
                wanted(asked, start) == calls.places()
                        ? page(asked, start)
                        : new Page(
                                List.of(),
                                Optional.empty(),
                                Optional.of(LamlPosition.after(calls, start - 1, number + 1)));
            case SAME_PLACE -> {
                Page page = page(asked, start);
                boolean placed = asked.place().token().isPresent();
                yield new Page(
                        page.rows,
                        page.previous,
                        Optional.of(placed ? asked.place() : LamlPosition.after(calls, start - 1, number)));
            }
        };
    }

    private Page page(LamlListRequest asked, int start) {
        List<SandboxCall> rows = new ArrayList<>();
        int first = wanted(asked, start);
        int last = first;
        int next = first;
        while (next < calls.places() && rows.size() < asked.pageSize()) {
            last = next;
            calls.at(last).ifPresent(rows::add);
            next = wanted(asked, last + 1);
        }
        int number = asked.place().page();
        if (rows.isEmpty()) {
            return new Page(rows, Optional.empty(), Optional.empty());
        }
        return new Page(
                rows,
                number > 0 ? Optional.of(LamlPosition.before(calls, first, number - 1)) : Optional.empty(),
                next < calls.places() ? Optional.of(LamlPosition.after(calls, last, number + 1)) : Optional.empty());
    }

    /** The place at which the page starts, whether or not its call is wanted. */
    private int start(LamlListRequest asked) {
        Optional<LamlPosition.Token> token = asked.place().token();
        if (token.isEmpty()) {
            return skipped(asked);
        }
        int place = token.get().place(calls);
        return token.get().isBackward() ? steppedBack(asked, place) : place + 1;
    }

    private int skipped(LamlListRequest asked) {
        int place = 0;
        long rows = (long) asked.place().page() * asked.pageSize();
        for (long row = 0; row < rows && place < calls.places(); row++) {
            place = wanted(asked, place) + 1;
        }
        return Math.min(place, calls.places());
    }

    private int steppedBack(LamlListRequest asked, int end) {
        int start = Math.max(end, 0);
        int rows = 0;
        while (start > 0 && rows < asked.pageSize()) {
            start--;
            rows += isWanted(asked, start) ? 1 : 0;
        }
        return start;
    }

    /** The first place from one on whose call matches; the number of places if there is no match. */
    private int wanted(LamlListRequest asked, int from) {
        int place = from;
        while (place < calls.places() && !isWanted(asked, place)) {
            place++;
        }
        return place;
    }

    private boolean isWanted(LamlListRequest asked, int place) {
        return calls.at(place).filter(asked::wants).isPresent();
    }
}
