package dev.callist.report;

import dev.callist.Call;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.report.internal.count.CallCounter;
import dev.callist.report.internal.count.ListCompleteness;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Counts calls by local day, hour, provider, direction and status, how long they lasted, what they cost, and the
 * busiest parties.
 *
 * <p>Each call counts once: the caller must not add a call twice. Days and hours are those of the creation time in a
 * zone, so a day in which the clock changes has 23 or 25 hours. {@link CallFigures} defines the figures. Memory is
 * bounded whatever is added: a few megabytes for usual calls, 25 at most. Thread-safe.
 */
public final class CallStatistics implements Consumer<Call> {
    private final ZoneId zone;
    private final CallCounter counter;
    private final ListCompleteness lists = new ListCompleteness();

    private CallStatistics(ZoneId zone) {
        this.zone = zone;
        this.counter = new CallCounter(zone);
    }

    /** Statistics without calls. */
    public static CallStatistics in(ZoneId zone) {
        return new CallStatistics(zone);
    }

    /** Counts a call. */
    @Override
    public synchronized void accept(Call call) {
        counter.add(call);
    }

    /**
     * Adds how a listing ended: its rejected rows, and whether it returned every call. The worst of all listings
     * counts.
     */
    public synchronized void addListing(ListingReport report) {
        lists.add(report);
    }

    /**
     * Adds how complete a source other than a listing is, such as a file. The worst of all sources counts.
     *
     * @param reasons why calls may be missing, one English phrase each, without personal data
     */
    public synchronized void addSource(Completeness completeness, Collection<String> reasons) {
        lists.add(completeness, reasons);
    }

    /** The figures so far. Later calls do not change it. */
    public synchronized StatisticsSummary summary() {
        return new StatisticsSummary(
                zone,
                counter.total(),
                counter.breakdown(),
                counter.durations(),
                counter.busiest(),
                new DataQuality(
                        lists.completeness(),
                        lists.reasons(),
                        lists.rejectedRows(),
                        counter.unreadableFields(),
                        counter.unknownWords(),
                        counter.missing()));
    }

    /** The zone and the number of calls. */
    @Override
    public synchronized String toString() {
        return "CallStatistics[" + zone + ", " + counter.total().calls() + " calls]";
    }
}
