package dev.callist.testkit.history;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.ResumePoint;
import dev.callist.testkit.history.History.Mood;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** A reader of a history's list: it retries after failures, stops anywhere, and resumes with another lister. */
final class HistoryWalk {
    private static final int READER = 1 << 21;
    private static final int MOST_FAILURES = 400;
    private static final int MOST_STOPS = 6;
    private static final Set<Kind> PASSING = EnumSet.of(
            Kind.SERVER_ERROR, Kind.RATE_LIMITED, Kind.NETWORK, Kind.TIMEOUT, Kind.PERMISSION, Kind.BAD_RESPONSE);

    private final History history;
    private final HistoryServer server;
    private final HistoryListers listers;
    private final SplittableRandom random;
    private final List<Integer> handedOver = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Optional<ResumePoint> place = Optional.empty();
    private boolean certain = true;
    private boolean drifted;
    private boolean goneOn;
    private int stops;
    private int failures;

    HistoryWalk(History history, HistoryServer server, HistoryListers listers) {
        this.history = history;
        this.server = server;
        this.listers = listers;
        this.random = history.at(READER);
    }

    /** How one part of the reading ended. */
    private enum Ended {
        AT_THE_END,
        AT_THE_LIMIT,
        STOPPED_EARLY,
        FOR_GOOD
    }

    /** Reads to the end, or as far as the history says. */
    HistoryResult read() {
        Ended ended = Ended.STOPPED_EARLY;
        while (ended == Ended.STOPPED_EARLY) {
            ended = stretch();
        }
        boolean finished = ended == Ended.AT_THE_END || ended == Ended.AT_THE_LIMIT;
        return new HistoryResult(
                handedOver,
                finished,
                ended == Ended.AT_THE_LIMIT,
                finished && certain,
                goneOn,
                drifted && goneOn,
                complaints);
    }

    private Ended stretch() {
        CallLister lister = listers.next(server);
        CallListing listing = place.map(from -> lister.resume(history.query(), from))
                .orElseGet(() -> lister.list(history.query()))
                .readAhead(history.readAhead())
                .concurrency(history.concurrency());
        boolean stopping = history.has(Mood.STOPS) && stops++ < MOST_STOPS && random.nextInt(3) > 0;
        int most = stopping ? random.nextInt(25) : Integer.MAX_VALUE;
        boolean limited = stopping && random.nextBoolean();
        listing = limited ? listing.limit(most) : listing;
        listing = history.has(Mood.STRICT) ? listing.strict() : listing;
        server.note(place.isPresent() ? "resumes" : "begins" + (limited ? " with limit " + most : ""));
        try (CallIterator walk = listing.iterator()) {
            Ended ended = read(walk, limited ? Integer.MAX_VALUE : most);
            boolean resumed = place.isPresent();
            drifted |= walk.report().drifted();
            goneOn |= resumed;
            note(walk.report(), ended, resumed && history.isMovedWithin());
            if (ended == Ended.AT_THE_LIMIT && !history.has(Mood.ENDS_AT_STOP)) {
                ended = Ended.STOPPED_EARLY;
            }
            place = Optional.of(ResumePoint.parse(walk.resumePoint().toString()));
            return ended;
        }
    }

    private Ended read(CallIterator walk, int most) {
        for (int taken = 0; taken < most; taken++) {
            Optional<Ended> ended = next(walk);
            if (ended.isPresent()) {
                return ended.get();
            }
        }
        return Ended.STOPPED_EARLY;
    }

    /** Takes a call; returns how the walk ended if there was none. */
    private Optional<Ended> next(CallIterator walk) {
        while (true) {
            try {
                if (!walk.hasNext()) {
                    boolean atLimit = walk.report().endReason().equals(Optional.of(EndReason.LIMIT));
                    return Optional.of(atLimit ? Ended.AT_THE_LIMIT : Ended.AT_THE_END);
                }
                String id = walk.next().id();
                server.note("    has ", id);
                handedOver.add(Integer.valueOf(id));
                return Optional.empty();
            } catch (CallListException e) {
                Optional<Ended> ended = endAfter(e);
                if (ended.isPresent()) {
                    return ended;
                }
            }
        }
    }

    private Optional<Ended> endAfter(CallListException e) {
        boolean refusesRow =
                e.kind() == Kind.BAD_RESPONSE && String.valueOf(e.getMessage()).contains("was rejected");
        if (refusesRow && history.has(Mood.STRICT) && history.has(Mood.BROKEN_ROWS)) {
            return Optional.of(Ended.FOR_GOOD);
        }
        if (e.kind() == Kind.CURSOR_EXPIRED && history.has(Mood.EXPIRY)) {
            return Optional.of(Ended.FOR_GOOD);
        }
        if (e.kind() == Kind.PAGINATION_STALLED && !server.protocol().canOverlap(history.mostRows())) {
            return Optional.of(Ended.FOR_GOOD);
        }
        if (refusesRow || !PASSING.contains(e.kind()) || history.faults() == 0 || ++failures > MOST_FAILURES) {
            complaints.add("failed: " + e.getMessage());
            return Optional.of(Ended.FOR_GOOD);
        }
        return random.nextInt(4) == 0 ? Optional.of(Ended.STOPPED_EARLY) : Optional.empty();
    }

    private void note(ListingReport report, Ended ended, boolean mayHaveLost) {
        server.note(ended, " ", report.completeness());
        if (ended == Ended.AT_THE_END || ended == Ended.AT_THE_LIMIT) {
            certain &= report.completeness() == Completeness.COMPLETE;
        } else {
            certain &= report.rejected() == 0 && !mayHaveLost;
        }
    }
}
