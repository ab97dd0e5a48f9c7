package dev.callist;

import dev.callist.internal.TimeSlice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns pages, in their order, into what is to be handed over: drops calls seen before, calls handed over before a resume,
 * and calls that the query does not want.
 */
final class Sieve {
    /** How far past the window's start a newest-first list is read before it is believed to hold no more of it. */
    private static final Duration EARLY_STOP_SLACK = Duration.ofDays(1);

    private final CallQuery query;
    private final boolean stopsEarly;
    private final RecentCalls seen;
    private Optional<Rejoin> rejoin;
    private boolean ordered;
    private final Optional<Instant> lastBefore;
    private @Nullable Instant oldest;
    private boolean falls;
    private long passed;
    private int barrenPages;

    /** A sieve for a walk; {@code stopsEarly} when the window's start is not the server's to apply. */
    Sieve(CallQuery query, boolean stopsEarly, Optional<Bookmark> resumed) {
        this.query = query;
        this.stopsEarly = stopsEarly;
        this.seen = new RecentCalls(resumed.map(Bookmark::anchors).orElse(List.of()));
        this.rejoin = resumed.map(Rejoin::new);
        this.ordered = resumed.map(Bookmark::ordered).orElse(true);
        this.lastBefore = resumed.flatMap(Bookmark::lastCreatedAt);
    }

    /** Whether the list has run newest first so far. */
    boolean isOrdered() {
        return ordered;
    }

    /** When the last call was created, among those that say so. */
    Optional<Instant> lastCreatedAt() {
        return Optional.ofNullable(oldest).or(() -> lastBefore);
    }

    /** Looks for the place of a resume in a list that starts anew from a time, if that is above it or it is still to be found. */
    void startAnew(Instant end) {
        boolean isAbove = lastBefore.filter(end::isAfter).isPresent();
        rejoin = rejoin.map(place -> place.isOver() && !isAbove ? place : place.inNewList());
    }

    private boolean isRejoined() {
        return rejoin.filter(place -> !place.isOver()).isEmpty();
    }

    /** Calls let through so far. */
    long passed() {
        return passed;
    }

    /** Pages in a row that brought nothing new. */
    int barrenPages() {
        return barrenPages;
    }

    /**
     * Sifts a page; calls after the frozen end of the window have arrived since the walk began.
     *
     * @param given whether the provider gave the page's place, so that it is noted when nothing new stands there
     */
    Batch sift(Cursor cursor, CallPage page, Freeze freeze, boolean given) {
        List<Call> remaining = new ArrayList<>(page.calls());
        rejoin.filter(place -> !place.isOver()).ifPresent(place -> place.dropHandedOver(remaining));
        int remained = remaining.size();
        remaining.removeIf(freeze::isAfter);
        int late = remained - remaining.size();
        List<Verdict> verdicts = remaining.stream().map(this::verdict).toList();
        boolean certain =
                rejoin.filter(Rejoin::lostPlace).isEmpty() && !page.anchorLost() && (late == 0 || !freeze.isGuessed());
        int fresh = 0;
        List<Call> wanted = new ArrayList<>(remaining.size());
        for (int i = 0; i < remaining.size(); i++) {
            Call call = remaining.get(i);
            if (seen.add(call)) {
                noteOrder(call);
                fresh++;
                certain &= verdicts.get(i) != Verdict.UNDECIDED;
                if (verdicts.get(i) == Verdict.WANTED) {
                    wanted.add(call);
                }
            }
        }
        if (fresh > 0) {
            barrenPages = 0;
        } else if (given && remaining.size() == page.calls().size()) {
            barrenPages++;
        }
        passed += wanted.size();
        Optional<Cursor> next = isPastWindow(cursor, page) ? Optional.empty() : page.next();
        int duplicates = remaining.size() - fresh;
        int filtered = late + fresh - wanted.size();
        return new Batch(
                cursor, page, wanted, next, duplicates, filtered, ordered, freeze.bound(), isRejoined(), certain);
    }

    /** What the query makes of a call; found out for all calls of a page before any of them counts as seen. */
    private enum Verdict {
        WANTED,
        UNWANTED,
        UNDECIDED
    }

    private Verdict verdict(Call call) {
        if (query.matches(call)) {
            return Verdict.WANTED;
        }
        return CallFilter.isUndecided(query, call) ? Verdict.UNDECIDED : Verdict.UNWANTED;
    }

    private void noteOrder(Call call) {
        if (call.createdAt().isEmpty()) {
            return;
        }
        Instant createdAt = call.createdAt().get();
        falls |= oldest != null && createdAt.isBefore(oldest);
        ordered &= oldest == null || !createdAt.isAfter(oldest);
        oldest = createdAt;
    }

    /** Whether any page may turn out to be the last one that is needed, because it is too old for the window. */
    boolean mayStopEarly() {
        return stopsEarly;
    }

    /** Whether the list has run newest first and this whole page is too old for the window. */
    private boolean isPastWindow(Cursor cursor, CallPage page) {
        if (!stopsEarly
                || !ordered
                || !falls
                || TimeSlice.isPart(cursor)
                || page.calls().isEmpty()
                || query.createdFrom().isEmpty()) {
            return false;
        }
        Instant start = query.createdFrom().get();
        return page.calls().stream()
                .allMatch(call -> call.createdAt().isPresent()
                        && Duration.between(call.createdAt().get(), start).compareTo(EARLY_STOP_SLACK) > 0);
    }
}
