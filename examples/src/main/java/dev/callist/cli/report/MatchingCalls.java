package dev.callist.cli.report;

import dev.callist.Call;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import dev.callist.cli.console.Cancellation;
import dev.callist.report.CallStatistics;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Counts the calls that match a query, and remembers whether it met a call that it could not judge. */
final class MatchingCalls implements Consumer<Call> {
    private final CallQuery query;
    private final CallStatistics statistics;
    private final Cancellation cancellation;
    private boolean hasUnclearCalls;

    MatchingCalls(CallQuery query, CallStatistics statistics, Cancellation cancellation) {
        this.query = query;
        this.statistics = statistics;
        this.cancellation = cancellation;
    }

    /**
     * Counts a call if it matches.
     *
     * @throws CancellationException when the command is cancelled
     */
    @Override
    public void accept(Call call) {
        if (cancellation.isCancelled()) {
            throw new CancellationException();
        }
        switch (query.match(call)) {
            case YES -> statistics.accept(call);
            case UNCLEAR -> hasUnclearCalls = true;
            case NO -> {}
        }
    }

    /** Reports to the statistics what could not be judged. */
    void finish() {
        if (hasUnclearCalls) {
            statistics.addSource(Completeness.UNKNOWN, List.of(Doubt.UNCLEAR_FILTER.phrase()));
        }
    }
}
