package dev.callist;

import java.time.Instant;
import java.util.List;

/**
 * Finds the place of a {@link Bookmark} again in the pages that follow a resume, and drops what had been handed over before
 * it. Calls that have arrived since may have pushed the place further down; calls that it remembers may be gone.
 */
final class Rejoin {
    private final Bookmark bookmark;
    private boolean found;
    private boolean over;

    Rejoin(Bookmark bookmark) {
        this.bookmark = bookmark;
        this.over = bookmark.anchors().isEmpty();
    }

    /** The same place, looked for in a list that starts anew a little above it. */
    Rejoin inNewList() {
        return new Rejoin(bookmark.inside());
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
        int anchor = lastAnchor(calls);
        found |= anchor >= 0;
        boolean exact = anchor >= 0 && CallKey.of(calls.get(anchor)).equals(last());
        calls.subList(0, anchor + 1).clear();
        if (exact || !shiftsByTime()) {
            over = !isEmptyPage;
            return;
        }
        int older = firstOlder(calls);
        over = older < calls.size();
        calls.subList(0, older).removeIf(call -> compare(call) > 0);
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

    private int lastAnchor(List<Call> calls) {
        int index = calls.size() - 1;
        while (index >= 0 && !bookmark.anchors().contains(CallKey.of(calls.get(index)))) {
            index--;
        }
        return index;
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
