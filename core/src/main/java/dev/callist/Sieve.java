package dev.callist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns pages, in their order, into what is to be handed over: drops calls seen before, calls handed over before a resume,
 * and calls that the query does not want.
 */
final class Sieve {
    /** How far past the window's start a newest-first list is read before it is believed to hold no more of it. */
    private static final Duration EARLY_STOP_SLACK = Duration.ofDays(1);

    private final CallQuery query;
    private final boolean stopsEarly;
    private final RecentCalls seen = new RecentCalls();
    private final Optional<Rejoin> rejoin;
    private boolean ordered;
    private Instant oldest = Instant.MAX;
    private long passed;
    private int barrenPages;

    /** A sieve for a walk; {@code stopsEarly} when the window's start is not the server's to apply. */
    Sieve(CallQuery query, boolean stopsEarly, Optional<Bookmark> resumed) {
        this.query = query;
        this.stopsEarly = stopsEarly;
        this.rejoin = resumed.map(Rejoin::new);
        this.ordered = resumed.map(Bookmark::ordered).orElse(true);
    }

    /** Calls let through so far. */
    long passed() {
        return passed;
    }

    /** Pages in a row that brought nothing new. */
    int barrenPages() {
        return barrenPages;
    }

    Batch sift(Cursor cursor, CallPage page) {
        List<Call> fresh = new ArrayList<>(page.calls().size());
        for (Call call : page.calls()) {
            noteOrder(call);
            if (seen.add(call)) {
                fresh.add(call);
            }
        }
        int duplicates = page.calls().size() - fresh.size();
        barrenPages = fresh.isEmpty() ? barrenPages + 1 : 0;
        rejoin.filter(place -> !place.isOver()).ifPresent(place -> place.dropHandedOver(fresh));
        boolean certain = rejoin.filter(Rejoin::lostPlace).isEmpty();
        List<Call> wanted = new ArrayList<>(fresh.size());
        for (Call call : fresh) {
            if (query.matches(call)) {
                wanted.add(call);
            } else {
                certain &= !CallFilter.isUndecided(query, call);
            }
        }
        passed += wanted.size();
        Optional<Cursor> next = isPastWindow(page) ? Optional.empty() : page.next();
        int filtered = fresh.size() - wanted.size();
        return new Batch(cursor, page, wanted, next, duplicates, filtered, ordered, certain);
    }

    private void noteOrder(Call call) {
        if (call.createdAt().isEmpty()) {
            return;
        }
        Instant createdAt = call.createdAt().get();
        ordered &= !createdAt.isAfter(oldest);
        oldest = createdAt;
    }

    /** Whether the list has run newest first and this whole page is too old for the window. */
    private boolean isPastWindow(CallPage page) {
        if (!stopsEarly
                || !ordered
                || page.calls().isEmpty()
                || query.createdFrom().isEmpty()) {
            return false;
        }
        Instant line = query.createdFrom().get().minus(EARLY_STOP_SLACK);
        return page.calls().stream()
                .allMatch(call ->
                        call.createdAt().isPresent() && call.createdAt().get().isBefore(line));
    }
}
