package dev.callist.internal.check;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListerCheck.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the pages of a list say: their size, how they follow one another, their order and their total. */
final class PageChecks {
    private static final int FEW_ROWS = 10;

    private final CallLister lister;
    private final ListerProbe probe;
    private final CheckFindings findings;

    PageChecks(CallLister lister, ListerProbe probe, CheckFindings findings) {
        this.lister = lister;
        this.probe = probe;
        this.findings = findings;
    }

    /** A list of which a page is known. */
    record KnownList(CallQuery query, CallPage page) {
        /** Whether the total says that rows follow the page. */
        boolean totalExceedsPage() {
            return page.total().orElse(0) > page.firstRow().orElse(0) + (long) ListerProbe.rows(page);
        }
    }

    void check(CallQuery query, CallPage first) {
        KnownList whole = new KnownList(query, first);
        Optional<CallPage> second = first.next().flatMap(next -> next(whole, next));
        size(whole, second);
        FilterChecks filters = new FilterChecks(lister, probe, findings);
        List<KnownList> lists = filters.check(whole);
        if (first.firstRow().isEmpty()) {
            smallPage(whole);
        }
        Optional<KnownList> end = total(whole, lists);
        filters.dayZone(end);
        order();
    }

    /** The page after the first one. In a counted list it is requested from the first page's last row on. */
    private Optional<CallPage> next(KnownList list, Cursor next) {
        CallPage first = list.page();
        int rows = ListerProbe.rows(first);
        if (first.firstRow().isEmpty() || rows == 0) {
            Optional<CallPage> second = probe.find(Subject.OVERLAP, list.query(), next);
            second.ifPresent(page -> linked(first, page));
            return second;
        }
        int row = first.firstRow().getAsInt() + rows - 1;
        Optional<CallPage> second = probe.find(Subject.OVERLAP, list.query(), Cursor.atRow(row, FEW_ROWS));
        second.ifPresent(page -> counted(first, row, page));
        return second;
    }

    private void linked(CallPage first, CallPage second) {
        Set<String> known = ids(first);
        long repeated = second.calls().stream()
                .filter(call -> known.contains(call.id()))
                .count();
        findings.expect(Subject.OVERLAP, "the next page has other calls");
        if (ListerProbe.rows(second) == 0) {
            findings.notSeen(Subject.OVERLAP, "the next page is empty");
        } else if (repeated > 0) {
            findings.differs(Subject.OVERLAP, "the next page has " + repeated + " calls of the first page again");
        } else {
            findings.expected(Subject.OVERLAP, "the next page has other calls");
        }
    }

    private void counted(CallPage first, int row, CallPage second) {
        findings.expect(Subject.OVERLAP, "a page starts at the requested row");
        int rows = ListerProbe.rows(second);
        int place = row - second.firstRow().orElse(row);
        String last = first.calls().isEmpty()
                ? ""
                : first.calls().get(first.calls().size() - 1).id();
        boolean isFound = ids(second).contains(last);
        if (isFound) {
            findings.expected(Subject.OVERLAP, "row " + (row + 1) + " is where it was");
            sameTotal(first, second);
        } else if (rows > FEW_ROWS && (place < 0 || place >= rows)) {
            findings.notSeen(Subject.OVERLAP, "the server chose another page size");
        } else {
            findings.differs(Subject.OVERLAP, "the page for row " + (row + 1) + " does not contain that row");
        }
    }

    private void sameTotal(CallPage first, CallPage second) {
        boolean areBoth = first.total().isPresent() && second.total().isPresent();
        boolean isMoved = second.firstRow().isEmpty() || !lastIsInPlace(first, second);
        if (areBoth && !isMoved && first.total().getAsLong() != second.total().getAsLong()) {
            findings.differs(
                    Subject.TOTAL,
                    first.total().getAsLong() + " on one page and "
                            + second.total().getAsLong() + " on the next");
        }
    }

    /** Whether the last call of the first page has the row number in the second one that it had before. */
    private static boolean lastIsInPlace(CallPage first, CallPage second) {
        int row = first.firstRow().orElse(0) + ListerProbe.rows(first) - 1;
        int place = row - second.firstRow().orElse(0);
        String last = first.calls().get(first.calls().size() - 1).id();
        return place >= 0
                && place < second.calls().size()
                && second.calls().get(place).id().equals(last);
    }

    private void size(KnownList list, Optional<CallPage> second) {
        CallPage first = list.page();
        int asked = lister.plan(list.query()).pageSize();
        int rows = ListerProbe.rows(first);
        boolean isCounted = first.firstRow().isPresent();
        boolean isEnd = first.next().isEmpty()
                || rows == 0
                || second.filter(page -> isCounted && endsWith(first, page)).isPresent();
        if (!findings.isDiffering(Subject.PAGE_SIZE)) {
            findings.expect(Subject.PAGE_SIZE, asked + " rows if so many are requested");
        }
        if (rows > asked) {
            findings.differs(Subject.PAGE_SIZE, rows + " rows");
        } else if (rows < asked && !isEnd) {
            findings.differs(Subject.PAGE_SIZE, rows + " rows although more follow");
        } else if (rows < asked) {
            findings.notSeen(Subject.PAGE_SIZE, "the list has only " + rows + " rows");
        } else {
            findings.expected(Subject.PAGE_SIZE, rows + " rows");
        }
        second.filter(page -> isCounted).ifPresent(this::fewRows);
    }

    /** Whether a page that overlaps another one brings nothing new. */
    private static boolean endsWith(CallPage first, CallPage second) {
        return ids(first).containsAll(ids(second)) && ListerProbe.rows(second) <= 1;
    }

    /** In a linked list, whether a small page is small. */
    private void smallPage(KnownList list) {
        if (ListerProbe.rows(list.page()) > FEW_ROWS && !findings.isDiffering(Subject.PAGE_SIZE)) {
            CallQuery small = list.query().toBuilder().pageSize(FEW_ROWS).build();
            probe.find(Subject.PAGE_SIZE, small, Cursor.FIRST).ifPresent(this::fewRows);
        }
    }

    private void fewRows(CallPage page) {
        if (ListerProbe.rows(page) > FEW_ROWS) {
            findings.differs(
                    Subject.PAGE_SIZE, ListerProbe.rows(page) + " rows although " + FEW_ROWS + " were requested");
        }
    }

    /** Compares the total of a list with its last row. Returns the list with its last rows, if they were requested. */
    private Optional<KnownList> total(KnownList whole, List<KnownList> others) {
        if (whole.page().total().isEmpty()) {
            findings.notSeen(Subject.TOTAL, "the server gives no total");
            return Optional.empty();
        }
        List<KnownList> lists = new ArrayList<>(others);
        lists.add(whole);
        lists.removeIf(list -> list.page().total().isEmpty());
        for (KnownList list : lists) {
            if (!list.totalExceedsPage()) {
                wholePage(list);
            }
        }
        return lists.stream().filter(KnownList::totalExceedsPage).findFirst().flatMap(this::lastRows);
    }

    private void wholePage(KnownList list) {
        long total = list.page().total().orElse(0);
        long end = list.page().firstRow().orElse(0) + (long) ListerProbe.rows(list.page());
        if (end > total) {
            findings.differs(Subject.TOTAL, total + ", but a page ends with row " + end);
        } else {
            findings.expected(Subject.TOTAL, total + ", as many as there are rows");
        }
    }

    private Optional<KnownList> lastRows(KnownList list) {
        long total = list.page().total().orElse(0);
        boolean isPlaced = list.page().firstRow().isPresent() && !findings.isDiffering(Subject.OVERLAP);
        if (total > Integer.MAX_VALUE || !isPlaced) {
            findings.notSeen(Subject.TOTAL, "the last row cannot be requested");
            return Optional.empty();
        }
        int row = (int) total - 1;
        Optional<CallPage> found = probe.find(Subject.TOTAL, list.query(), Cursor.atRow(row, FEW_ROWS));
        found.ifPresent(page -> last(total, page));
        return found.map(page -> new KnownList(list.query(), page));
    }

    /** Judges a total by the page for the last row. */
    private void last(long total, CallPage page) {
        long row = total - 1;
        long start = page.firstRow().orElse((int) row);
        long end = start + ListerProbe.rows(page);
        if (start > row) {
            findings.notSeen(Subject.TOTAL, "the server chose another page size");
        } else if (end <= row) {
            findings.differs(Subject.TOTAL, total + ", but row " + total + " does not exist");
        } else if (end != page.total().orElse(total)) {
            findings.differs(Subject.TOTAL, total + ", but more rows follow");
        } else {
            findings.expected(Subject.TOTAL, total + ", and row " + total + " is the last one");
        }
    }

    private void order() {
        int pairs = 0;
        int newestFirst = 0;
        for (CallPage page : probe.pages()) {
            List<Instant> times = page.calls().stream()
                    .flatMap(call -> call.createdAt().stream())
                    .toList();
            for (int i = 1; i < times.size(); i++) {
                pairs++;
                newestFirst += times.get(i).isAfter(times.get(i - 1)) ? 0 : 1;
            }
        }
        if (pairs == 0) {
            findings.notSeen(Subject.ORDER, "fewer than two calls have a time");
        } else if (newestFirst == pairs) {
            findings.expected(Subject.ORDER, "newest first");
        } else {
            int newer = pairs - newestFirst;
            findings.differs(
                    Subject.ORDER,
                    newer == pairs
                            ? "oldest first"
                            : newer + " of " + pairs + " calls are newer than the previous one");
        }
    }

    private static Set<String> ids(CallPage page) {
        return new HashSet<>(page.calls().stream().map(Call::id).toList());
    }
}
