package dev.callist.sync.internal.run;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ResumePoint;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import dev.callist.sync.CallStoreException;
import dev.callist.sync.SourceState;
import dev.callist.sync.SyncReport.SyncedListing;
import dev.callist.sync.UnfinishedListing;
import dev.callist.sync.WriteCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One listing and the way of its calls into the store: in transactions of many calls, each with the position after
 * them. Not thread-safe.
 */
final class RangeCopy {
    private static final int MAX_IN_BATCH = 5000;

    /** Bounds the memory that a batch takes, whose largest part is the provider's JSON. */
    private static final int MAX_RAW_CHARACTERS = 8_000_000;

    /** Pages to read while a batch is written. */
    private static final int READ_AHEAD = 4;

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(5);

    private final RunContext run;
    private final CopyTask task;
    private final SourceState before;
    private final List<CallRow> batch = new ArrayList<>();
    private Optional<Instant> newest;
    private WriteCounts counts = WriteCounts.NONE;
    private int rawCharacters;
    private long batchSince;

    /** A copy that has not begun. */
    RangeCopy(RunContext run, CopyTask task) {
        this.run = run;
        this.task = task;
        this.before = run.session().state();
        this.newest = task.continued().flatMap(UnfinishedListing::newest);
    }

    /**
     * Lists and stores the range.
     *
     * @throws CallListException when the listing fails; the calls before are stored, with their position
     */
    SyncedListing copy() {
        run.options().listener().began(task.purpose(), task.range());
        run.session().beginListing();
        batchSince = run.time().nanoTime();
        try (CallIterator calls = listing().iterator()) {
            storeAll(calls);
            SyncedListing listing = ended(calls.report());
            run.options().listener().ended(listing);
            return listing;
        }
    }

    private CallListing listing() {
        CallQuery query = run.options().query().toBuilder()
                .createdFrom(task.range().from())
                .createdBefore(task.range().before())
                .build();
        CallListing listing = task.continued()
                .map(unfinished -> run.lister().resume(query, unfinished.resumePoint()))
                .orElseGet(() -> run.lister().list(query));
        return listing.readAhead(READ_AHEAD).concurrency(run.options().concurrency());
    }

    private void storeAll(CallIterator calls) {
        try {
            while (calls.hasNext()) {
                add(calls.next());
                if (isDue()) {
                    store(calls.resumePoint());
                }
            }
        } catch (CallListException e) {
            storeBefore(e, calls.resumePoint());
            throw e;
        }
        store(calls.resumePoint());
    }

    private void add(Call call) {
        CallRow row = CallRow.of(call, run.source().account());
        batch.add(row);
        rawCharacters += Objects.toString(row.get(CallColumn.RAW), "").length();
        Optional<Instant> createdAt = Optional.ofNullable((Instant) row.get(CallColumn.CREATED_AT));
        newest = Ranges.later(newest, createdAt.filter(at -> !at.isAfter(run.runAt())));
    }

    private boolean isDue() {
        return batch.size() >= MAX_IN_BATCH
                || rawCharacters >= MAX_RAW_CHARACTERS
                || run.time().nanoTime() - batchSince >= LONGEST_BATCH.toNanos();
    }

    private void storeBefore(CallListException failure, ResumePoint position) {
        try {
            store(position);
        } catch (CallStoreException e) {
            failure.addSuppressed(e);
        }
    }

    private void store(ResumePoint position) {
        if (!batch.isEmpty()) {
            SourceState state = task.keepsPosition() ? Progress.at(before, unfinished(position)) : before;
            counts = counts.plus(run.session().write(batch, run.runAt(), state));
            batch.clear();
            rawCharacters = 0;
            run.options().listener().stored(task.purpose(), counts);
        }
        batchSince = run.time().nanoTime();
    }

    private UnfinishedListing unfinished(ResumePoint position) {
        Instant startedAt = task.continued().map(UnfinishedListing::runAt).orElse(run.runAt());
        return new UnfinishedListing(task.range(), position, startedAt, newest, task.isBackfill());
    }

    /** Marks what was not found, if the listing proves that it is gone. */
    private SyncedListing ended(ListingReport report) {
        boolean isComplete = report.completeness() == Completeness.COMPLETE;
        SourceState after = Progress.after(before, task, isComplete, newest, run);
        if (isComplete && task.continued().isEmpty()) {
            long missing = run.session().markMissing(task.range(), run.runAt(), after);
            counts = counts.plus(new WriteCounts(0, 0, 0, missing, 0));
        } else {
            run.session().save(run.runAt(), after);
        }
        return new SyncedListing(task.purpose(), task.range(), counts, report);
    }
}
