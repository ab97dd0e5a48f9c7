package dev.callist;

import java.time.Instant;
import java.util.List;

/**
 * Finds the place of a {@link Bookmark} again in the pages that follow a resume, and drops what had been handed over before
 * it. Calls that have arrived since may have pushed the place further down; calls that it remembers may be gone.
 */
final class Rejoin {
    private final Bookmark bookmark;
    private final boolean anew;
    private boolean found;
    private boolean over;

    Rejoin(Bookmark bookmark) {
        this(bookmark, false);
    }

    private Rejoin(Bookmark bookmark, boolean anew) {
        this.bookmark = bookmark;
        this.anew = anew;
        this.over = bookmark.anchors().isEmpty();
    }

    /** The same place, looked for in a list that starts anew a little above it: of the same moment may be several pages. */
    Rejoin inNewList() {
        return new Rejoin(bookmark.inside(), true);
    }

    /** Whether the place has been passed, so that every further call remains to be handed over. */
    boolean isOver() {
        return over;
    }

    /** Whether the place was inside a page and none of the calls remembered stood any more. */
    boolean lostPlace() {
        return over && !found && bookmark.inPage();
    }

    /** Drops from the page's calls those that were handed over before. */
    void dropHandedOver(List<Call> calls) {
        boolean isEmptyPage = calls.isEmpty();
        int anchor = bookmark.inPage() ? latestAnchor(calls) : endOfRepeat(calls);
        found |= anchor >= 0;
        boolean exact = anchor >= 0 && CallKey.of(calls.get(anchor)).equals(last());
        calls.subList(0, anchor + 1).clear();
        if (exact || !shiftsByTime()) {
            over = !isEmptyPage;
            return;
        }
        int older = firstOlder(calls);
        over = older < calls.size();
        boolean isAbove = anew && !over;
        calls.subList(0, older).removeIf(call -> isAbove || compare(call) > 0);
    }

    /** Where the place has been passed for certain: what stands below is handed over, however new it is. */
    private int firstOlder(List<Call> calls) {
        int index = 0;
        while (index < calls.size() && compare(calls.get(index)) >= 0) {
            index++;
        }
        return index;
    }

    /** Whether calls that arrived since may stand before the place: only at the place where its page is read again. */
    private boolean shiftsByTime() {
        return bookmark.inPage()
                && bookmark.ordered()
                && bookmark.lastCreatedAt().isPresent();
    }

    /** Where the call stands that was handed over last, of those that still stand; first, where it stands twice. */
    private int latestAnchor(List<Call> calls) {
        List<CallKey> keys = calls.stream().map(CallKey::of).toList();
        int anchor = bookmark.anchors().size() - 1;
        while (anchor >= 0 && !keys.contains(bookmark.anchors().get(anchor))) {
            anchor--;
        }
        return anchor < 0 ? -1 : keys.indexOf(bookmark.anchors().get(anchor));
    }

    /**
     * Where a page that should hold only what follows stops repeating the page before; -1 where it does not. A repeat shows
     * the last two calls handed over: one alone may be a call that stands in the list twice.
     */
    private int endOfRepeat(List<Call> calls) {
        List<CallKey> keys = calls.stream().map(CallKey::of).toList();
        int remembered = bookmark.anchors().size();
        int end = keys.lastIndexOf(last());
        boolean repeats = remembered > 1
                && keys.subList(0, Math.max(0, end)).contains(bookmark.anchors().get(remembered - 2));
        return end == 0 || repeats ? end : -1;
    }

    private CallKey last() {
        return bookmark.anchors().get(bookmark.anchors().size() - 1);
    }

    /** Above 0 for a call created after the last one handed over, below 0 for one created before. */
    private int compare(Call call) {
        Instant last = bookmark.lastCreatedAt().orElse(null);
        return last == null ? 0 : call.createdAt().map(at -> at.compareTo(last)).orElse(0);
    }
}
