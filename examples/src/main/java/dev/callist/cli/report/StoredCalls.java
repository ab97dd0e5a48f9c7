package dev.callist.cli.report;

import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.cli.console.Cancellation;
import dev.callist.cli.console.CommandException;
import dev.callist.report.CallStatistics;
import dev.callist.sync.CallStore;
import dev.callist.sync.SourceState;
import dev.callist.sync.StoredCall;
import dev.callist.sync.SyncSource;
import dev.callist.sync.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The calls of a store that {@code callist sync} keeps up to date, without those that the provider no longer lists.
 *
 * @param store that is open
 * @param providers whose calls to count; empty means all
 */
public record StoredCalls(CallStore store, Set<String> providers) {
    /** The account of made-up calls. */
    private static final String SANDBOX = "sandbox";

    /** Copies the set. */
    public StoredCalls {
        providers = Set.copyOf(providers);
    }

    /**
     * Counts the calls that match a query.
     *
     * @return where the calls come from, one line for each copy
     * @throws CommandException INVALID_CONFIG when the store has no copy of these providers
     */
    public List<String> count(CallQuery query, CallStatistics statistics, Cancellation cancellation) {
        List<SyncSource> sources = sources();
        if (sources.isEmpty()) {
            throw CommandException.invalidConfig("the store has no copy of "
                    + (providers.isEmpty() ? "any provider" : String.join(", ", providers))
                    + "; run 'callist sync' first");
        }
        List<String> lines = new ArrayList<>();
        for (SyncSource source : sources) {
            SourceState state = store.state(source);
            TimeRange range = range(query, state);
            MatchingCalls calls = new MatchingCalls(query, statistics, cancellation);
            Consumer<StoredCall> counter = stored -> {
                if (stored.missingSince().isEmpty()) {
                    calls.accept(stored.row().toCall());
                }
            };
            store.read(source, range, counter);
            if (!range.equals(TimeRange.ALL)) {
                store.readUndated(source, counter);
            }
            calls.finish();
            addCompleteness(source, state, range, statistics);
            lines.add("Source: the copy of " + source.provider()
                    + start(state).map(from -> ", from " + from).orElse("")
                    + state.watermark().map(at -> ", up to " + at).orElse("") + ".");
        }
        return lines;
    }

    /** Returns whether the calls are those of the built-in sandboxes. */
    public boolean areMadeUp() {
        return sources().stream().anyMatch(source -> source.account().equals(SANDBOX));
    }

    private List<SyncSource> sources() {
        return store.sources().stream()
                .filter(source -> providers.isEmpty() || providers.contains(source.provider()))
                .toList();
    }

    private static Optional<Instant> start(SourceState state) {
        return state.coveredFrom().filter(from -> !from.equals(Instant.MIN));
    }

    /** The window of the query; if it has no start, it starts where the copy does, unless it ends before. */
    private static TimeRange range(CallQuery query, SourceState state) {
        Instant end = query.createdBefore().orElse(Instant.MAX);
        Optional<Instant> start = start(state).filter(at -> at.isBefore(end));
        return new TimeRange(query.createdFrom().or(() -> start), query.createdBefore());
    }

    private static void addCompleteness(
            SyncSource source, SourceState state, TimeRange range, CallStatistics statistics) {
        String provider = source.provider() + ": ";
        if (state.watermark().isEmpty()) {
            statistics.addSource(
                    Completeness.INCOMPLETE, List.of(provider + "the copy was not finished; run 'callist sync' again"));
            return;
        }
        Instant watermark = state.watermark().get();
        List<String> reasons = new ArrayList<>();
        Optional<Instant> start = start(state);
        Instant from = range.from().orElse(Instant.MIN);
        if (start.isPresent() && from.isBefore(start.get())) {
            reasons.add(provider + "the copy begins at " + start.get());
        }
        boolean endsLater = range.before()
                .filter(before -> before.isAfter(watermark.plusNanos(1_000)))
                .isPresent();
        if (endsLater || !from.isBefore(watermark)) {
            reasons.add(provider + "the copy ends at " + watermark + "; run 'callist sync' to bring it up to date");
        }
        state.inDoubt().stream()
                .filter(doubt -> overlap(doubt, range))
                .map(doubt -> provider + "the copy is in doubt in " + doubt)
                .forEach(reasons::add);
        if (state.unfinished()
                .filter(listing -> overlap(listing.range(), range))
                .isPresent()) {
            reasons.add(provider + "the last run was not finished; run 'callist sync' again");
        }
        statistics.addSource(reasons.isEmpty() ? Completeness.COMPLETE : Completeness.UNKNOWN, reasons);
    }

    private static boolean overlap(TimeRange one, TimeRange other) {
        Instant start = later(one.from().orElse(Instant.MIN), other.from().orElse(Instant.MIN));
        Instant oneEnd = one.before().orElse(Instant.MAX);
        Instant otherEnd = other.before().orElse(Instant.MAX);
        return start.isBefore(oneEnd.isBefore(otherEnd) ? oneEnd : otherEnd);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
