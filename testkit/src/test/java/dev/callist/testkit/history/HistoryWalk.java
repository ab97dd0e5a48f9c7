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
import dev.callist.testkit.history.HistoryResult.Ended;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** A reader of a history's list: it retries after failures, stops anywhere, and resumes with another lister. */
final class HistoryWalk {
    /** How often a reader stops of its own accord; it resumes oftener only while a lister is skipped. */
    static final int MAX_STOPS = 6;

    private static final int READER = 1 << 21;
    private static final int MAX_FAILURES = 400;
    private static final int MAX_STRETCHES = 40;
    private static final Set<Kind> PASSING = EnumSet.of(
            Kind.SERVER_ERROR, Kind.RATE_LIMITED, Kind.NETWORK, Kind.TIMEOUT, Kind.PERMISSION, Kind.BAD_RESPONSE);

    private final List<HistoryServer> servers;
    private final History history;
    private final Supplier<CallLister> listers;
    private final SplittableRandom random;
    private final List<Integer> handedOver = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Optional<ResumePoint> place = Optional.empty();
    private Optional<ListingReport> last = Optional.empty();
    private Completeness known = Completeness.COMPLETE;
    private int stretches;
    private int stops;
    private int failures;

    /**
     * A reader.
     *
     * @param servers the servers of the lists that it reads as one; the history of the first says how
     * @param listers makes the lister of each part of the reading
     */
    HistoryWalk(List<HistoryServer> servers, Supplier<CallLister> listers) {
        this.servers = servers;
        this.history = servers.get(0).history();
        this.listers = listers;
        this.random = history.at(READER);
    }

    /** Reads to the end, or as far as the history says. */
    HistoryResult read() {
        Ended ended = Ended.STOPPED_EARLY;
        while (ended == Ended.STOPPED_EARLY) {
            ended = stretch();
        }
        return new HistoryResult(handedOver, ended, last.orElseThrow(), stretches, history.concurrency(), complaints);
    }

    private Ended stretch() {
        CallLister lister = listers.get();
        CallListing listing = place.map(from -> lister.resume(history.query(), from))
                .orElseGet(() -> lister.list(history.query()))
                .readAhead(history.readAhead())
                .concurrency(history.concurrency());
        boolean stopping = has(Mood.STOPS) && stops++ < MAX_STOPS && random.nextInt(3) > 0;
        int most = stopping ? random.nextInt(25) : Integer.MAX_VALUE;
        boolean limited = stopping && random.nextBoolean();
        boolean looking = stopping && random.nextInt(3) == 0;
        listing = limited ? listing.limit(most) : listing;
        listing = history.has(Mood.STRICT) ? listing.strict() : listing;
        note(place.isPresent() ? "resumes" : "begins" + (limited ? " with limit " + most : ""));
        stretches++;
        try (CallIterator walk = listing.iterator()) {
            Ended ended = read(walk, limited ? Integer.MAX_VALUE : most);
            if (ended == Ended.STOPPED_EARLY && looking && mayLook(walk)) {
                note("    looked");
            }
            place = Optional.of(ResumePoint.parse(walk.resumePoint().toString()));
            last = Optional.of(walk.report());
            judge(walk.report(), ended);
            if (continues(ended)) {
                servers.forEach(server -> server.stopped(handedOver, stops));
                return Ended.STOPPED_EARLY;
            }
            return ended;
        }
    }

    /** Whether the reading goes on from a resume point. */
    private boolean continues(Ended ended) {
        boolean isSkipped = servers.size() > 1
                && ended == Ended.AT_THE_END
                && stretches < MAX_STRETCHES
                && place.filter(ResumePoint::isEnd).isEmpty();
        return isSkipped
                || ended == Ended.STOPPED_EARLY
                || (ended == Ended.AT_THE_LIMIT && !history.has(Mood.ENDS_AT_STOP));
    }

    /** Asks for the next call without taking it. */
    private static boolean mayLook(CallIterator walk) {
        try {
            return walk.hasNext();
        } catch (CallListException e) {
            return false;
        }
    }

    /** What one report has doubted, later ones must doubt as well; a lister that was skipped is asked again. */
    private void judge(ListingReport report, Ended ended) {
        note(ended, " ", report.completeness(), " ", report.doubts());
        Completeness now = report.completeness();
        if (now == Completeness.COMPLETE && known != Completeness.COMPLETE) {
            complaints.add("said COMPLETE after " + known);
        }
        boolean isFinal = ended == Ended.AT_THE_END || ended == Ended.AT_THE_LIMIT;
        boolean isDoubt = now == Completeness.UNKNOWN || (isFinal && report.rejected() > 0);
        known = isDoubt ? now : known;
    }

    private boolean has(Mood mood) {
        return servers.stream().anyMatch(server -> server.history().has(mood));
    }

    private void note(Object... parts) {
        servers.forEach(server -> server.note(parts));
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
                note("    has ", id);
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

    /** Whether a server may stop a reader: it repeats tokens, or agrees to too few page sizes for pages to overlap. */
    private boolean mayStall() {
        return has(Mood.REPEATED_TOKENS) || servers.stream().anyMatch(HistoryWalk::hasTooFewSizes);
    }

    static boolean hasTooFewSizes(HistoryServer server) {
        History history = server.history();
        return history.has(Mood.MIN_ROWS)
                || !server.protocol().canOverlap(history.habits().mostRows());
    }

    private boolean mayFail() {
        return servers.stream().anyMatch(server -> server.history().faults() > 0);
    }

    private Optional<Ended> endAfter(CallListException e) {
        boolean refusesRow =
                e.kind() == Kind.BAD_RESPONSE && String.valueOf(e.getMessage()).contains("was rejected");
        if (refusesRow && history.has(Mood.STRICT) && has(Mood.BROKEN_ROWS)) {
            return Optional.of(Ended.FOR_GOOD);
        }
        if (e.kind() == Kind.CURSOR_EXPIRED && (has(Mood.EXPIRY) || has(Mood.EXPIRY_AT_RESUME))) {
            return Optional.of(Ended.FOR_GOOD);
        }
        if (e.kind() == Kind.PAGINATION_STALLED && mayStall()) {
            return Optional.of(Ended.FOR_GOOD);
        }
        if (refusesRow || !PASSING.contains(e.kind()) || !mayFail() || ++failures > MAX_FAILURES) {
            complaints.add("failed: " + e.getMessage());
            return Optional.of(Ended.FOR_GOOD);
        }
        return random.nextInt(4) == 0 ? Optional.of(Ended.STOPPED_EARLY) : Optional.empty();
    }
}
