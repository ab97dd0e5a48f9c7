package dev.callist.sync.internal.run;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.QueryFilter;
import dev.callist.TimeSource;
import dev.callist.sync.CallStoreException;
import dev.callist.sync.Lookback;
import dev.callist.sync.RunRecord;
import dev.callist.sync.SourceSession;
import dev.callist.sync.SourceState;
import dev.callist.sync.SyncOptions;
import dev.callist.sync.SyncReport;
import dev.callist.sync.SyncReport.Purpose;
import dev.callist.sync.SyncReport.SyncedListing;
import dev.callist.sync.SyncSource;
import dev.callist.sync.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** One run: decides which ranges to list, in which order. Not thread-safe. */
public final class SyncRun {
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
    private static final int MAX_DOUBTS = 10;
    private static final Set<Kind> LOST_POSITION =
            EnumSet.of(Kind.INVALID_RESUME_POINT, Kind.CURSOR_EXPIRED, Kind.PAGINATION_STALLED);

    private final RunContext run;
    private final SourceSession session;
    private final SyncOptions options;
    private final boolean selectsByTime;
    private final RandomGenerator random;
    private final Optional<Instant> watermarkBefore;
    private final long startedAt;
    private final List<SyncedListing> listings = new ArrayList<>();

    /**
     * A run that has not begun.
     *
     * @throws CallStoreException CLOCK_WENT_BACK when the clock is well behind the last run
     */
    public SyncRun(CallLister lister, SourceSession session, SyncSource source, SyncOptions options) {
        TimeSource time = options.time().orElseGet(lister.options()::time);
        this.session = session;
        this.options = options;
        this.random = options.random().orElseGet(lister.options()::random);
        this.selectsByTime = lister.plan(options.query()).supportedFilters().contains(QueryFilter.CREATED_BEFORE);
        this.startedAt = time.nanoTime();
        this.watermarkBefore = session.state().watermark();
        this.run = new RunContext(lister, session, source, options, time, startAfter(session.lastRun(), time.now()));
    }

    /** Lists and stores everything that is due. */
    public SyncReport run() {
        try {
            continueUnfinished();
            TimeRange recent = recent();
            read(CopyTask.of(Purpose.RECENT, recent));
            readDoubts(recent);
            readHistory();
            audit(recent);
        } catch (CallListException e) {
            record(e.kind().name());
            throw e;
        }
        SyncReport report = report();
        record(report.completeness().name());
        return report;
    }

    private static Instant startAfter(Optional<Instant> last, Instant now) {
        if (last.isPresent() && now.isBefore(last.get().minus(CLOCK_TOLERANCE))) {
            throw new CallStoreException(
                    CallStoreException.Kind.CLOCK_WENT_BACK,
                    "the clock shows " + now.truncatedTo(ChronoUnit.SECONDS) + ", but the last run was at "
                            + last.get().truncatedTo(ChronoUnit.SECONDS) + "; correct the clock, or wait until then");
        }
        Instant start = now.truncatedTo(ChronoUnit.MICROS);
        return last.map(at -> at.plus(1, ChronoUnit.MICROS))
                .filter(start::isBefore)
                .orElse(start);
    }

    private SyncReport report() {
        SourceState now = session.state();
        return new SyncReport(run.source(), run.runAt(), listings, watermarkBefore, now.watermark(), now.inDoubt());
    }

    private void record(String outcome) {
        SyncReport soFar = report();
        Instant endedAt =
                run.runAt().plusNanos(run.time().nanoTime() - startedAt).truncatedTo(ChronoUnit.MICROS);
        session.record(new RunRecord(run.runAt(), endedAt, outcome, soFar.counts(), soFar.requests()));
    }

    private void read(CopyTask task) {
        listings.add(new RangeCopy(run, task).copy());
    }

    /**
     * Continues where an earlier run stopped; where the provider has forgotten that position, the listing begins anew
     * later.
     */
    private void continueUnfinished() {
        if (session.state().unfinished().isEmpty()) {
            return;
        }
        try {
            read(CopyTask.of(session.state().unfinished().get()));
        } catch (CallListException e) {
            if (!LOST_POSITION.contains(e.kind())) {
                throw e;
            }
            session.save(run.runAt(), Progress.withoutPosition(session.state()));
        }
    }

    private Optional<Instant> beginning() {
        return options.backfillFrom().or(options.query()::createdFrom);
    }

    /** From where calls may be new or changed. */
    private TimeRange recent() {
        SourceState state = session.state();
        if (state.watermark().isEmpty()) {
            return firstRange();
        }
        Instant watermark = state.watermark().get();
        Instant from = new Lookback(options.lookback(), options.openFor()).start(watermark, session::oldestOpen);
        if (!selectsByTime) {
            for (TimeRange doubt : state.inDoubt()) {
                if (doubt.from().isEmpty()) {
                    return new TimeRange(beginning(), Optional.empty());
                }
                from = doubt.from().get().isBefore(from) ? doubt.from().get() : from;
            }
        }
        return TimeRange.since(beginning().filter(from::isBefore).orElse(from));
    }

    private TimeRange firstRange() {
        if (options.backfillFrom().isEmpty() || !selectsByTime) {
            return new TimeRange(beginning(), Optional.empty());
        }
        Duration first = options.lookback().compareTo(Duration.ofDays(1)) > 0 ? options.lookback() : Duration.ofDays(1);
        Instant from = Ranges.back(run.runAt(), first);
        return TimeRange.since(beginning().filter(from::isBefore).orElse(from));
    }

    /** Reads what an earlier run could not prove, beginning with any of the ranges, so that each has its turn. */
    private void readDoubts(TimeRange recent) {
        if (!selectsByTime) {
            return;
        }
        List<TimeRange> doubts = new ArrayList<>(Ranges.without(session.state().inDoubt(), recent));
        Collections.rotate(doubts, random.nextInt(Math.max(1, doubts.size())));
        doubts.stream().limit(MAX_DOUBTS).forEach(range -> read(CopyTask.of(Purpose.IN_DOUBT, range)));
    }

    /** Reads from the earliest time that was covered back to the beginning. */
    private void readHistory() {
        HistoryWindows windows = new HistoryWindows(beginning(), selectsByTime);
        Optional<TimeRange> next = windows.next(session.state().coveredFrom());
        while (next.isPresent()) {
            read(CopyTask.of(Purpose.HISTORY, next.get()));
            windows.had(listings.get(listings.size() - 1).report().calls());
            next = windows.next(session.state().coveredFrom());
        }
    }

    private void audit(TimeRange recent) {
        Optional<Instant> start =
                Ranges.later(session.earliest(), session.state().coveredFrom());
        if (!options.audits()
                || !selectsByTime
                || start.isEmpty()
                || recent.from().isEmpty()) {
            return;
        }
        Instant first = start.get();
        Instant end = recent.from().get();
        long days = Duration.between(first, end).toDays() + 1;
        if (first.isBefore(end)) {
            Instant day = first.plus(random.nextLong(days), ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
            Instant from = day.isBefore(first) ? first : day;
            Instant before = day.plus(1, ChronoUnit.DAYS);
            if (from.isBefore(end)) {
                read(CopyTask.of(Purpose.AUDIT, TimeRange.between(from, before.isAfter(end) ? end : before)));
            }
        }
    }
}
