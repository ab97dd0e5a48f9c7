package dev.callist;

import dev.callist.ListingReport.Completeness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a walk stands: a page, and how many of its calls have been handed over. One thread moves it on; any thread may ask
 * for its bookmark.
 */
final class Place {
    private final Optional<Bookmark> resumed;
    private final Optional<Cursor> cursor;
    private final Optional<Cursor> next;
    private final List<Call> calls;
    private final List<Call> handedBefore;
    private final boolean ordered;
    private final Optional<Instant> bound;
    private final boolean rejoined;
    private volatile int handed;

    private Place(
            Optional<Bookmark> resumed,
            Optional<Cursor> cursor,
            Optional<Cursor> next,
            List<Call> calls,
            List<Call> handedBefore,
            boolean ordered,
            Optional<Instant> bound,
            boolean rejoined) {
        this.resumed = resumed;
        this.cursor = cursor;
        this.next = next;
        this.calls = calls;
        this.handedBefore = handedBefore;
        this.ordered = ordered;
        this.bound = bound;
        this.rejoined = rejoined;
    }

    /** The place before the first page of a walk. */
    static Place start(Optional<Bookmark> resumed) {
        Optional<Cursor> cursor = resumed.map(Bookmark::cursor).orElse(Optional.of(Cursor.FIRST));
        boolean ordered = resumed.map(Bookmark::ordered).orElse(true);
        return new Place(
                resumed,
                cursor,
                cursor,
                List.of(),
                List.of(),
                ordered,
                resumed.flatMap(Bookmark::bound),
                resumed.isEmpty());
    }

    /** The place at the start of the page that follows. */
    Place at(Batch page) {
        return new Place(
                resumed,
                Optional.of(page.cursor()),
                page.next(),
                page.calls(),
                lastHanded(handed),
                page.ordered(),
                page.bound(),
                page.rejoined());
    }

    /** The page to go on with; absent at the end. */
    Optional<Cursor> next() {
        return next;
    }

    boolean hasMore() {
        return handed < calls.size();
    }

    Call handOver() {
        int index = handed;
        Call call = calls.get(index);
        handed = index + 1;
        return call;
    }

    /** The bookmark right after the last call handed over. */
    Bookmark bookmark(String binding, int pageSize, Completeness known) {
        int done = handed;
        boolean pageDone = done == calls.size();
        List<Call> last = lastHanded(done);
        boolean atEnd = pageDone && next.isEmpty();
        if (last.isEmpty() && resumed.isPresent() && !rejoined && !atEnd) {
            return resumed.get().knowing(known);
        }
        return new Bookmark(
                binding,
                pageSize,
                bound,
                pageDone ? next : cursor,
                !pageDone && done > 0,
                ordered,
                anchors(last),
                last.isEmpty() ? lastCreatedBefore() : last.get(last.size() - 1).createdAt(),
                known);
    }

    private Optional<Instant> lastCreatedBefore() {
        return resumed.flatMap(Bookmark::lastCreatedAt);
    }

    private List<CallKey> anchors(List<Call> last) {
        List<CallKey> anchors = new ArrayList<>(resumed.map(Bookmark::anchors).orElse(List.of()));
        last.forEach(call -> anchors.add(CallKey.of(call)));
        return tail(anchors);
    }

    private List<Call> lastHanded(int done) {
        List<Call> last = new ArrayList<>(handedBefore);
        last.addAll(calls.subList(Math.max(0, done - Bookmark.MOST_ANCHORS), done));
        return tail(last);
    }

    private static <T> List<T> tail(List<T> list) {
        return List.copyOf(list.subList(Math.max(0, list.size() - Bookmark.MOST_ANCHORS), list.size()));
    }
}
