package dev.callist.testkit.splits;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.contract.ListerUnderTest;
import dev.callist.testkit.rules.ProviderUnderTest;
import dev.callist.testkit.splits.SplitServer.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists that are read by time: each call once, whatever the order and the density, for few requests more. */
@Timeout(120)
public interface SplitRules extends ProviderUnderTest {
    Instant NEWEST = Instant.parse("2026-03-01T12:00:00Z");
    List<Filter> FILTERS = List.of(Filter.INCLUSIVE, Filter.EXCLUSIVE, Filter.WHOLE_SECONDS);

    /** How the provider's requests and pages are written. */
    SplitWire splitWire();

    @Test
    default void listsEachCallOnceIfTheFirstPageAloneRunsNewestFirst() {
        List<SplitRow> rows = new ArrayList<>(SplitRules.rows(70, i -> 60_000L * i));
        Collections.swap(rows, 1, 69);
        assertListsAll(rows, Filter.INCLUSIVE, 2, 5, 10);
    }

    @Test
    default void listsEachCallOnceIfALaterCallIsNewerThanTheFirstPage() {
        for (int row : new int[] {12, 30, 69}) {
            List<SplitRow> rows = new ArrayList<>(SplitRules.rows(70, i -> 60_000L * i));
            rows.add(row, new SplitRow("newer", NEWEST.minusSeconds(90), true));
            rows.add(row, new SplitRow("newest", NEWEST.plusSeconds(5), true));
            assertListsAll(rows, Filter.INCLUSIVE, 5, 10);
        }
    }

    @Test
    default void listsEachCallOnceInAnyOrder() {
        for (long seed = 1; seed <= 10; seed++) {
            List<SplitRow> rows = new ArrayList<>(SplitRules.rows(70, i -> 37_000L * i));
            Collections.shuffle(rows, new Random(seed));
            assertListsAll(rows, Filter.INCLUSIVE, 2, 5);
        }
        List<SplitRow> rows = new ArrayList<>(SplitRules.rows(70, i -> 37_000L * i));
        Collections.reverse(rows);
        assertListsAll(rows, Filter.INCLUSIVE, 2, 5);
    }

    @Test
    default void listsCallsInOrderWhateverTheirDensity() {
        Random random = new Random(7);
        long[] ages = random.longs(200, 0, 40_000_000).sorted().toArray();
        List<IntToLongFunction> densities = List.of(
                i -> 0,
                i -> i / 20 * 1000L,
                i -> 1000L * i,
                i -> 250L * i,
                i -> ages[i],
                i -> i < 50 ? i * 1000L : 600_000L * i,
                i -> i / 13 * 7_200_000L + i % 13 * 100L,
                i -> 40_000L * i * i);
        for (IntToLongFunction density : densities) {
            List<SplitRow> rows = SplitRules.rows(200, density);
            for (Filter filter : FILTERS) {
                assertListsAll(rows.subList(0, 60), filter, 3);
                assertListsAll(rows, filter, 10, 50);
            }
        }
    }

    @Test
    default void asksForFewPagesMoreIfCallsHaveNoTime() {
        Filter strict = Filter.INCLUSIVE.strict();
        for (int first : new int[] {0, 6, 15}) {
            List<SplitRow> rows = new ArrayList<>(SplitRules.rows(30, i -> 3_600_000L * i));
            rows.replaceAll(row ->
                    Integer.parseInt(row.id()) >= first && Integer.parseInt(row.id()) % 3 == 0 ? row.undated() : row);
            for (int requests : new int[] {2, 4, 8}) {
                for (Filter filter : List.of(Filter.INCLUSIVE.lenient(), strict)) {
                    try (Sandbox server = Sandbox.start(new SplitServer(splitWire(), rows, filter));
                            CallLister lister = lister(server)) {
                        CallListing listing = lister.list(splittable(3));
                        List<String> expected = ids(listing);
                        int sequential = server.requestCount();
                        assertThat(ids(listing.concurrency(requests))).containsExactlyElementsOf(expected);
                        int most = filter == strict ? most(sequential, requests) : sequential + requests + 1;
                        assertThat(server.requestCount() - sequential)
                                .as("%d at once, without a time from call %d on", requests, first)
                                .isLessThanOrEqualTo(most);
                    }
                }
            }
        }
    }

    @Test
    default void asksForFewPagesMoreThanALimitNeeds() {
        List<IntToLongFunction> densities = List.of(
                i -> 60_000L * i,
                i -> i < 20 ? i * 1000L : 600_000L * i,
                i -> i / 13 * 7_200_000L + i % 13 * 1000L,
                i -> i < 100 ? i * 3_600_000L : 360_000_000L + i * 1000L);
        for (IntToLongFunction density : densities) {
            for (int limit : new int[] {10, 25, 100, 195}) {
                for (int requests : new int[] {2, 4, 8}) {
                    try (Sandbox server = Sandbox.start(
                                    new SplitServer(splitWire(), SplitRules.rows(300, density), Filter.INCLUSIVE));
                            CallLister lister = lister(server)) {
                        CallListing listing = lister.list(splittable(10))
                                .concurrency(requests)
                                .limit(limit);
                        assertThat(listing).hasSize(limit);
                        assertThat(server.requestCount())
                                .as("%d calls, %d at once", limit, requests)
                                .isLessThanOrEqualTo((limit + 9) / 10 + requests);
                    }
                }
            }
        }
    }

    @Test
    default void listsEachCallOnceFromAServerThatIgnoresTheTime() {
        List<SplitRow> rows = SplitRules.rows(200, i -> 600_000L * i);
        for (int request = 1; request <= 20; request++) {
            assertListsAll(rows, Filter.INCLUSIVE.ignoredFrom(request), 10);
        }
    }

    @Test
    default void listsEachCallOnceInAWindowOfAllTime() {
        List<SplitRow> rows = SplitRules.rows(60, i -> 600_000L * i);
        CallQuery query = splittable(5).toBuilder()
                .createdFrom(Instant.MIN)
                .createdBefore(Instant.MAX)
                .build();
        try (Sandbox server = Sandbox.start(new SplitServer(splitWire(), rows, Filter.INCLUSIVE));
                CallLister lister = lister(server)) {
            assertThat(ids(lister.list(query).concurrency(4)))
                    .containsExactlyElementsOf(rows.stream().map(SplitRow::id).toList());
        }
    }

    @Test
    default void continuesAfterAnyCallOfASplit() {
        List<SplitRow> rows = SplitRules.rows(60, i -> i < 30 ? 60_000L * i : 600_000L * i);
        List<String> all = rows.stream().map(SplitRow::id).toList();
        try (Sandbox server = Sandbox.start(new SplitServer(splitWire(), rows, Filter.INCLUSIVE));
                CallLister lister = lister(server);
                CallIterator walk = lister.list(splittable(5)).concurrency(4).iterator()) {
            for (int handedOver = 0; handedOver < all.size(); handedOver++) {
                CallListing rest =
                        lister.resume(splittable(5), walk.resumePoint()).concurrency(1 + handedOver % 3);
                assertThat(ids(rest)).as("after %d", handedOver).isEqualTo(all.subList(handedOver, all.size()));
                walk.next();
            }
        }
    }

    @Test
    default void keepsItsPositionIfTheCallsOfOnePageLieInSeveralWindows() {
        long[] minutes = {60, 90, 600, 720};
        List<SplitRow> rows = new CopyOnWriteArrayList<>(
                SplitRules.rows(24, i -> 60_000L * (i < minutes.length ? minutes[i] : 240L * i)));
        List<String> unread = rows.stream().skip(2).map(SplitRow::id).toList();
        try (Sandbox server = Sandbox.start(new SplitServer(splitWire(), rows, Filter.INCLUSIVE));
                CallLister lister = lister(server);
                CallIterator walk = lister.list(splittable(10)).iterator()) {
            take(walk, 2);
            rows.addAll(
                    0,
                    SplitRules.rows(6, i -> 60_000L * i).stream()
                            .map(row -> new SplitRow("new" + row.id(), row.at(), true))
                            .toList());
            CallListing rest = lister.resume(splittable(10), walk.resumePoint()).concurrency(4);
            try (CallIterator further = rest.iterator()) {
                List<String> listed = new ArrayList<>();
                further.forEachRemaining(call -> listed.add(call.id()));
                assertThat(listed).isEqualTo(unread);
                assertThat(further.report().doubts()).isEmpty();
                assertThat(further.report().duplicates()).isZero();
            }
        }
    }

    @Test
    default void doesNotStopAtOldCallsBeforeTheListWasSeenToRunNewestFirst() {
        List<SplitRow> rows = new ArrayList<>(SplitRules.rows(40, i -> 60_000L * i));
        Collections.reverse(rows);
        rows.addAll(
                0,
                SplitRules.rows(20, i -> Duration.ofDays(9).toMillis()).stream()
                        .map(row -> new SplitRow("old" + row.id(), row.at(), true))
                        .toList());
        CallQuery query = splittable(5).toBuilder()
                .createdFrom(NEWEST.minus(Duration.ofDays(5)))
                .build();
        for (int requests : new int[] {1, 4}) {
            try (Sandbox server = Sandbox.start(new SplitServer(splitWire(), rows, Filter.INCLUSIVE));
                    CallLister lister = lister(server)) {
                assertThat(ids(lister.list(query).concurrency(requests))).hasSize(40);
            }
        }
    }

    @Test
    default void losesNoCallOfOneSecondIfTheLastOneIsRemovedAndItsCursorExpires() {
        for (int handedOver = 6; handedOver < 25; handedOver++) {
            List<SplitRow> rows = new CopyOnWriteArrayList<>(SplitRules.rows(25, i -> 0));
            try (Sandbox server = Sandbox.start(new SplitServer(splitWire(), rows, Filter.INCLUSIVE));
                    CallLister lister = lister(server);
                    CallIterator walk = lister.list(pagesOf(5)).readAhead(0).iterator()) {
                take(walk, handedOver);
                rows.remove(handedOver - 1);
                server.on(server.requestCount() + 1, Fault.status(400));
                CallListing rest = lister.resume(pagesOf(5), walk.resumePoint());
                if (findsPlacesByTime(lister)) {
                    assertThat(ids(rest))
                            .as("after %d", handedOver)
                            .isEqualTo(rows.subList(handedOver - 1, 24).stream()
                                    .map(SplitRow::id)
                                    .toList());
                } else {
                    assertThat(ListerUnderTest.failure(rest).kind()).isEqualTo(Kind.CURSOR_EXPIRED);
                }
            }
        }
    }

    private void assertListsAll(List<SplitRow> rows, Filter filter, int... pageSizes) {
        for (int size : pageSizes) {
            for (int requests : new int[] {2, 4, 8}) {
                assertLists(rows, filter, size, requests);
            }
        }
    }

    /** A list that runs newest first is listed in its order. */
    private void assertLists(List<SplitRow> rows, Filter filter, int size, int requests) {
        List<String> all = rows.stream().map(SplitRow::id).toList();
        try (Sandbox server = Sandbox.start(new SplitServer(splitWire(), rows, filter));
                CallLister lister = lister(server);
                CallIterator walk =
                        lister.list(splittable(size)).concurrency(requests).iterator()) {
            List<String> listed = new ArrayList<>();
            walk.forEachRemaining(call -> listed.add(call.id()));
            String name = "pages of " + size + ", " + requests + " at once, " + server.requestCount() + " requests";
            assertThat(listed).as(name).containsExactlyInAnyOrderElementsOf(all);
            assertThat(walk.report().completeness()).as(name).isEqualTo(Completeness.COMPLETE);
            if (FILTERS.contains(filter)) {
                int sequential = (rows.size() + size - 1) / size;
                assertThat(server.requestCount()).as(name).isLessThanOrEqualTo(most(sequential, requests));
            }
            if (walk.report().ordered()) {
                assertThat(listed).as(name).isEqualTo(all);
            }
        }
    }

    /** The most requests of a split: half as many again as in sequence, and two for each request at once. */
    private static int most(int sequential, int requests) {
        return sequential * 3 / 2 + 2 * requests + 1;
    }

    private CallLister lister(Sandbox server) {
        return lister(server.url(), secret(), ContractFixture.quick().build());
    }

    /** Rows in the order of their age in milliseconds. */
    private static List<SplitRow> rows(int count, IntToLongFunction age) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new SplitRow(Integer.toString(i), NEWEST.minus(Duration.ofMillis(age.applyAsLong(i))), true))
                .toList();
    }
}
