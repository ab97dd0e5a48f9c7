package dev.callist.internal.walk;

import dev.callist.CallPage;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Doubt;
import dev.callist.ListingReport.EndReason;
import dev.callist.internal.walk.resume.ResumeState;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The totals of the pages that a walk has reached, and what is known about the list.
 *
 * @param pages the pages, and what they took
 * @param rows rows that were not handed over as calls of their own id
 * @param facts what the list was seen to do
 * @param doubts why calls may be missing so far, including those before a resume
 * @param unreadable how many fields could not be read, by name
 */
public record WalkCounters(
        Pages pages, OddRows rows, ListFacts facts, Set<Doubt> doubts, Map<String, Long> unreadable) {
    /**
     * The pages, and what they took.
     *
     * @param count pages reached
     * @param retries failed attempts that a later one made good
     * @param waited time spent waiting between attempts
     */
    public record Pages(int count, int retries, Duration waited) {
        Pages plus(Pages other) {
            return new Pages(count + other.count, retries + other.retries, waited.plus(other.waited));
        }
    }

    /**
     * Rows that were not handed over as calls of their own id.
     *
     * @param duplicates rows dropped because their call had been seen before
     * @param rejected rows that are not calls
     * @param filtered calls that the query does not want
     * @param sharedIds calls whose id another call has
     */
    public record OddRows(long duplicates, long rejected, long filtered, long sharedIds) {
        OddRows plus(OddRows other) {
            return new OddRows(
                    duplicates + other.duplicates,
                    rejected + other.rejected,
                    filtered + other.filtered,
                    sharedIds + other.sharedIds);
        }
    }

    /**
     * What a list was seen to do.
     *
     * @param ordered whether it has run newest first
     * @param drifted whether rows were seen to shift
     * @param reducedPageSize the number of rows per page that the provider serves; absent while pages are as large as
     *     requested
     * @param total how many rows it has, according to the last page that gave a total
     */
    public record ListFacts(boolean ordered, boolean drifted, OptionalInt reducedPageSize, OptionalLong total) {
        /** The facts that hold for two lists together, without a total, which {@code MergedReport} adds up. */
        ListFacts and(ListFacts other) {
            return new ListFacts(
                    ordered && other.ordered,
                    drifted || other.drifted,
                    IntStream.concat(reducedPageSize.stream(), other.reducedPageSize.stream())
                            .min(),
                    OptionalLong.empty());
        }
    }

    /** Nothing counted yet, in a walk from this position on. */
    public static WalkCounters startingAt(ResumeState start) {
        return new WalkCounters(
                new Pages(0, 0, Duration.ZERO),
                new OddRows(0, 0, 0, 0),
                new ListFacts(start.passed().order().holds(), false, OptionalInt.empty(), OptionalLong.empty()),
                start.doubts(),
                Map.of());
    }

    /** The sums with another page and what could not be read on it; see {@link #unreadableFields}. */
    WalkCounters plus(FilteredPage filtered, Map<String, Long> unreadableHere) {
        CallPage page = filtered.joined().page();
        OddRows further = new OddRows(
                filtered.findings().duplicates(),
                page.rejected().size(),
                filtered.findings().filtered(),
                filtered.findings().sharedIds());
        return new WalkCounters(
                pages.plus(new Pages(1, page.retries(), page.waited())),
                rows.plus(further),
                new ListFacts(
                        filtered.findings().ordered(),
                        facts.drifted || filtered.joined().seam().hasDrifted(),
                        facts.reducedPageSize,
                        page.total().isPresent() ? page.total() : facts.total),
                both(doubts, filtered.findings().doubts()),
                sum(unreadable, unreadableHere));
    }

    /** These counters, in a walk whose pages have this many rows from now on. */
    WalkCounters withPagesOf(int size) {
        ListFacts reduced = new ListFacts(facts.ordered, facts.drifted, OptionalInt.of(size), facts.total);
        return new WalkCounters(pages, rows, reduced, doubts, unreadable);
    }

    /** These counters, with further duplicates. */
    public WalkCounters withDuplicates(long further) {
        return new WalkCounters(pages, rows.plus(new OddRows(further, 0, 0, 0)), facts, doubts, unreadable);
    }

    /** The sums over the pages of two walks. */
    public WalkCounters and(WalkCounters other) {
        return new WalkCounters(
                pages.plus(other.pages),
                rows.plus(other.rows),
                facts.and(other.facts),
                both(doubts, other.doubts),
                sum(unreadable, other.unreadable));
    }

    /** How many fields of a page's calls could not be read, by name. */
    static Map<String, Long> unreadableFields(CallPage page) {
        return page.calls().stream()
                .flatMap(call -> call.problems().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        if (other.isEmpty()) {
            return one;
        }
        Map<String, Long> sum = new HashMap<>(one);
        other.forEach((field, count) -> sum.merge(field, count, Long::sum));
        return Map.copyOf(sum);
    }

    /** The report of a walk that has handed over this many calls. */
    public ListingReport report(long calls, Optional<EndReason> end) {
        return ListingReport.builder()
                .pages(pages.count)
                .calls(calls)
                .duplicates(rows.duplicates)
                .rejected(rows.rejected)
                .filteredHere(rows.filtered)
                .sharedIds(rows.sharedIds)
                .retries(pages.retries)
                .waited(pages.waited)
                .ordered(facts.ordered)
                .drifted(facts.drifted)
                .unreadableFields(unreadable)
                .reducedPageSize(facts.reducedPageSize)
                .listTotal(facts.total)
                .endReason(end)
                .doubts(doubts)
                .build();
    }

    private static Set<Doubt> both(Set<Doubt> one, Set<Doubt> other) {
        Set<Doubt> all = EnumSet.noneOf(Doubt.class);
        all.addAll(one);
        all.addAll(other);
        return Collections.unmodifiableSet(all);
    }
}
