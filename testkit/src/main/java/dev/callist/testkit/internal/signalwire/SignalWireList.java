package dev.callist.testkit.internal.signalwire;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SignalWire's list: pages by position, newest first. A page without filters costs its own rows. */
record SignalWireList(int calls) {
    /**
     * A page.
     *
     * @param previous the position before the page; absent on the first page
     * @param next the position after the page; absent if no row follows
     */
    record Page(List<SandboxCall> rows, Optional<SignalWirePosition> previous, Optional<SignalWirePosition> next) {}

    Page page(SignalWireListRequest asked, PageTwist twist) {
        int start = start(asked);
        int number = asked.place().page();
        return switch (twist) {
            case NONE -> page(asked, start);
            case EMPTY_PAGE ->
                wanted(asked, start) == calls
                        ? page(asked, start)
                        : new Page(
                                List.of(),
                                Optional.empty(),
                                Optional.of(SignalWirePosition.after(start - 1, number + 1)));
            case SAME_PLACE -> {
                Page page = page(asked, start);
                boolean placed = asked.place().token().isPresent();
                yield new Page(
                        page.rows,
                        page.previous,
                        Optional.of(placed ? asked.place() : SignalWirePosition.after(start - 1, number)));
            }
        };
    }

    private Page page(SignalWireListRequest asked, int start) {
        List<SandboxCall> rows = new ArrayList<>();
        int index = wanted(asked, start);
        while (index < calls && rows.size() < asked.pageSize()) {
            rows.add(SandboxCall.at(index));
            index = wanted(asked, index + 1);
        }
        int number = asked.place().page();
        if (rows.isEmpty()) {
            return new Page(rows, Optional.empty(), Optional.empty());
        }
        int first = rows.get(0).index();
        int last = rows.get(rows.size() - 1).index();
        return new Page(
                rows,
                number > 0 ? Optional.of(SignalWirePosition.before(first, number - 1)) : Optional.empty(),
                index < calls ? Optional.of(SignalWirePosition.after(last, number + 1)) : Optional.empty());
    }

    /** The index at which the page starts, whether or not its call is wanted. */
    private int start(SignalWireListRequest asked) {
        Optional<SignalWirePosition.Token> token = asked.place().token();
        if (token.isEmpty()) {
            return skipped(asked);
        }
        return token.get().isBackward()
                ? steppedBack(asked, token.get().index())
                : token.get().index() + 1;
    }

    private int skipped(SignalWireListRequest asked) {
        int index = 0;
        long rows = (long) asked.place().page() * asked.pageSize();
        for (long row = 0; row < rows && index < calls; row++) {
            index = wanted(asked, index) + 1;
        }
        return Math.min(index, calls);
    }

    private static int steppedBack(SignalWireListRequest asked, int end) {
        int start = Math.max(end, 0);
        int rows = 0;
        while (start > 0 && rows < asked.pageSize()) {
            start--;
            rows += asked.wants(SandboxCall.at(start)) ? 1 : 0;
        }
        return start;
    }

    /** The first matching call from an index on; {@link #calls} if there is no match. */
    private int wanted(SignalWireListRequest asked, int from) {
        int index = from;
        while (index < calls && !asked.wants(SandboxCall.at(index))) {
            index++;
        }
        return index;
    }
}
