package dev.callist.internal.walk.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Calls;
import dev.callist.Cursor;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.seen.SeenCalls;
import dev.callist.internal.walk.source.PageAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that is counted in rows and shifts between requests: no row is lost without a reported gap. */
class OverlapSearchTest {
    /** From this request on, the list no longer shifts. */
    private static final int FIRST_STABLE_REQUEST = 60;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 16, 99, 100, 1000})
    void readsEachRowOfAnUnchangedListOnceAndInOrder(int pageSize) {
        for (int calls : new int[] {0, 1, 2, 3, 4, 5, 6, 12, 13, 60, 61, 100, 101, 199, 240}) {
            for (ShiftingServer server : servers(calls)) {
                server.walk(pageSize, request -> {});

                assertThat(server.received).as("%d calls", calls).containsExactlyElementsOf(server.ids());
                assertThat(server.repeated).isZero();
                assertThat(server.drifted).isFalse();
                assertThat(server.hasGap).isFalse();
            }
        }
    }

    @Test
    void needsFewMoreRequestsThanPages() {
        ShiftingServer offsets = new ShiftingServer(2345);
        ShiftingServer pages = new ShiftingServer(2345).countingPages();
        offsets.walk(100, request -> {});
        pages.walk(100, request -> {});

        assertThat(offsets.requests).isEqualTo(24);
        assertThat(pages.requests).isLessThanOrEqualTo(28);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 50})
    void losesNoRowThatWasThereThroughout(int pageSize) {
        for (int seed = 0; seed < 300; seed++) {
            for (ShiftingServer server : servers(120)) {
                List<String> remaining = walkWhileRowsComeAndGo(server, pageSize, seed);

                assertThat(server.received).as("seed %d", seed).containsAll(remaining);
                if (server.requests >= FIRST_STABLE_REQUEST && pageSize >= 10) {
                    assertThat(server.hasGap).as("seed %d", seed).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 50})
    void reportsAGapIfARowIsLost(int pageSize) {
        for (int seed = 0; seed < 300; seed++) {
            for (ShiftingServer server : servers(120)) {
                List<String> remaining = walkWhileRowsComeAndGo(server, pageSize, seed);

                assertThat(server.hasGap || server.received.containsAll(remaining))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    /** Walks to the end while rows arrive and vanish, and returns the rows that were there throughout. */
    private static List<String> walkWhileRowsComeAndGo(ShiftingServer server, int pageSize, int seed) {
        Random random = new Random(seed);
        server.givesTotal = random.nextBoolean();
        List<String> remaining = new ArrayList<>(server.ids());
        server.walk(pageSize, request -> {
            if (request < FIRST_STABLE_REQUEST) {
                server.arrive(random.nextInt(4) / 2);
                for (int i = random.nextInt(6); i > 2 && !server.rows.isEmpty(); i--) {
                    remaining.remove(server.rows
                            .remove(random.nextInt(server.rows.size()))
                            .id());
                }
            }
        });
        return remaining;
    }

    @Test
    void continuesPastAWrongTotalOfAClampingServer() {
        for (int wrong = 3; wrong < 40; wrong++) {
            ShiftingServer server = new ShiftingServer(40);
            server.clamp = 2;
            server.total = OptionalInt.of(wrong);
            server.walk(3, request -> {});

            assertThat(server.received).as("%d", wrong).containsExactlyElementsOf(server.ids());
        }
    }

    @Test
    void ignoresATotalThatMayBeStaleAfterAShift() {
        ShiftingServer server = new ShiftingServer(30);
        List<String> remaining = server.ids();
        server.total = OptionalInt.of(29);
        server.walk(10, request -> {
            server.arrive(request == 3 ? 1 : 0);
            server.clamp = request == 4 ? 2 : Integer.MAX_VALUE;
        });

        assertThat(server.received).containsExactlyElementsOf(remaining);
    }

    @Test
    void findsRowsThatAMovedRowHasPassedWhileRowsAboveHaveVanished() {
        ShiftingServer server = new ShiftingServer(12);
        server.givesTotal = false;

        findsRowsThatARowHasPassed(server, 5);
    }

    @Test
    void endsSoonIfOnlyTheFirstPageHasATotalWhichIsTooHigh() {
        ShiftingServer server = new ShiftingServer(100);
        server.total = OptionalInt.of(105);
        server.walk(10, request -> server.givesTotal = false);

        assertThat(server.received).containsExactlyElementsOf(server.ids());
        assertThat(server.requests).isLessThan(20);
        assertThat(server.hasGap).isTrue();
    }

    @Test
    void findsRowsThatAMovedRowHasPassedIfTheTotalIsAlwaysZero() {
        ShiftingServer server = new ShiftingServer(60);
        server.total = OptionalInt.of(0);

        findsRowsThatARowHasPassed(server, 25);
    }

    /** Before the second request the last row passed moves below three others, and three rows above it vanish. */
    private static void findsRowsThatARowHasPassed(ShiftingServer server, int pageSize) {
        List<String> rest = server.ids().subList(3, server.rows.size());
        server.walk(pageSize, request -> {
            if (request == 2) {
                server.rows.add(pageSize + 2, server.rows.remove(pageSize - 1));
                server.rows.subList(0, 3).clear();
            }
        });

        assertThat(server.received).containsAll(rest);
    }

    @Test
    void needsNoFurtherRequestsForTwoRowsOfOneKey() {
        ShiftingServer server = new ShiftingServer(20);
        server.givesTotal = false;
        server.rows.set(4, server.rows.get(3));
        server.walk(5, request -> {});

        assertThat(server.received).containsAll(server.ids());
        assertThat(server.requests).isLessThan(10);
        assertThat(server.drifted).isFalse();
    }

    @Test
    void reportsThatRowsDrifted() {
        for (ShiftingServer server : servers(40)) {
            List<String> remaining = server.ids();
            server.walk(10, request -> server.arrive(request == 3 ? 1 : 0));

            assertThat(server.received).containsExactlyElementsOf(remaining);
            assertThat(server.drifted).isTrue();
        }
    }

    @Test
    void findsItsPositionAgainWhenManyRowsHaveArrived() {
        for (ShiftingServer server : servers(60)) {
            List<String> remaining = server.ids();
            server.walk(10, request -> server.arrive(request == 3 ? 95 : 0));

            assertThat(server.received).containsAll(remaining);
        }
    }

    @Test
    void stepsBackWhenRowsAboveHaveVanished() {
        for (ShiftingServer server : servers(60)) {
            List<String> rest = server.ids().subList(20, 60);
            server.walk(10, request -> {
                if (request == 4) {
                    server.rows.subList(0, 17).clear();
                }
            });

            assertThat(server.received).containsAll(rest).doesNotHaveDuplicates();
            assertThat(server.drifted).isTrue();
            assertThat(server.hasGap).isFalse();
        }
    }

    @Test
    void joinsByTimeWhenEveryKnownRowIsGone() {
        for (ShiftingServer server : servers(100)) {
            List<String> rest = server.ids().subList(75, 100);
            server.walk(10, request -> {
                if (request == 8) {
                    server.rows.subList(3, 75).clear();
                }
            });

            assertThat(server.received).containsAll(rest);
            assertThat(server.hasGap).isFalse();
        }
    }

    @Test
    void endsWhenAllRowsHaveVanished() {
        for (ShiftingServer server : servers(60)) {
            server.walk(10, request -> server.rows.clear());

            assertThat(server.received).hasSize(10);
        }
    }

    @Test
    void findsItsPositionAgainInAListWithoutAnOrder() {
        for (ShiftingServer server : servers(100)) {
            server.rows.replaceAll(row -> ShiftingServer.call(row.id(), Optional.empty()));
            List<String> rest = server.ids().subList(75, 100);
            server.walk(10, request -> {
                if (request == 8) {
                    server.rows.subList(3, 75).clear();
                }
            });

            assertThat(server.received).containsAll(rest);
            assertThat(server.hasGap).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 20, 99})
    void readsAServerThatReturnsFewerRowsThanRequested(int clamp) {
        for (ShiftingServer server : servers(250)) {
            server.clamp = clamp;
            server.walk(100, request -> {});

            assertThat(server.received).containsExactlyElementsOf(server.ids());
            assertThat(server.hasGap).isEqualTo(server.countsPages && clamp < 5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void reportsAGapIfPagesAreTooSmallToOverlap(int clamp) {
        ShiftingServer server = new ShiftingServer(25).countingPages();
        server.clamp = clamp;
        server.walk(10, request -> {});

        assertThat(server.received).containsExactlyElementsOf(server.ids());
        assertThat(server.hasGap).isTrue();
    }

    @Test
    void readsRowsThatArriveOneByOneWithoutATotal() {
        for (int calls : new int[] {1, 2, 7}) {
            ShiftingServer server = new ShiftingServer(calls);
            server.clamp = 1;
            server.givesTotal = false;
            server.walk(10, request -> {});

            assertThat(server.received).containsExactlyElementsOf(server.ids());
            assertThat(server.hasGap).isEqualTo(calls > 1);
        }
    }

    @Test
    void keepsRowsWithoutATimeWhenEveryKnownRowIsGone() {
        for (ShiftingServer server : servers(100)) {
            for (int row = 77; row < 83; row++) {
                server.rows.set(row, ShiftingServer.call("c" + row, Optional.empty()));
            }
            List<String> rest = server.ids().subList(77, 100);
            server.walk(10, request -> {
                if (request == 8) {
                    server.rows.subList(3, 77).clear();
                }
            });

            assertThat(server.received).containsAll(rest);
        }
    }

    @Test
    void endsEvenIfAllKnownRowsVanishTwice() {
        for (ShiftingServer server : servers(200)) {
            server.rows.replaceAll(row -> ShiftingServer.call(row.id(), Optional.of(Instant.EPOCH)));
            List<String> rest = new ArrayList<>(server.ids().subList(0, 4));
            rest.addAll(server.ids().subList(190, 200));
            server.walk(12, request -> {
                if (request == 5 || request == 15) {
                    server.rows
                            .subList(4, Math.min(server.rows.size() - 10, 70))
                            .clear();
                }
            });

            assertThat(server.received).containsAll(rest);
        }
    }

    @Test
    void endsEvenIfItReturnsToTheTopTwice() {
        for (ShiftingServer server : servers(40)) {
            server.rows.replaceAll(row -> ShiftingServer.call(row.id(), Optional.of(Instant.EPOCH)));
            List<String> rest = new ArrayList<>(server.ids().subList(0, 4));
            rest.addAll(server.ids().subList(30, 40));
            server.walk(3, request -> {
                if (request == 4 || request == 10) {
                    server.rows
                            .subList(4, Math.min(server.rows.size() - 10, 12))
                            .clear();
                }
            });

            assertThat(server.received).containsAll(rest);
        }
    }

    @Test
    void doesNotJoinBelowASingleNewerRow() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Call newer = ShiftingServer.call("newer", Optional.of(noon.plusSeconds(1)));
        Call older = ShiftingServer.call("older", Optional.of(noon.minusSeconds(1)));

        assertThat(firstNew(noon, newer, older)).isEqualTo(2);
    }

    @Test
    void treatsAnUndatedRowAsNewIfAnOlderRowFollows() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Call newest = ShiftingServer.call("newest", Optional.of(noon.plusSeconds(2)));
        Call newer = ShiftingServer.call("newer", Optional.of(noon.plusSeconds(1)));
        Call undated = ShiftingServer.call("undated", Optional.empty());
        Call older = ShiftingServer.call("older", Optional.of(noon.minusSeconds(1)));

        assertThat(firstNew(noon, newest, newer, undated, older)).isEqualTo(2);
    }

    @Test
    void treatsNoRowAsNewIfNoOlderRowFollows() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Call newer = ShiftingServer.call("newer", Optional.of(noon.plusSeconds(1)));
        Call undated = ShiftingServer.call("undated", Optional.empty());

        assertThat(firstNew(noon, newer, undated)).isEqualTo(2);
        assertThat(firstNew(noon, undated, newer)).isEqualTo(2);
    }

    @Test
    void endsAListThatShiftsAtEveryRequest() {
        for (ShiftingServer server : servers(30)) {
            List<String> there = server.ids();
            server.walk(10, request -> {
                server.arrive(1);
                server.rows.remove(server.rows.size() - 1);
            });

            assertThat(server.requests).isLessThan(40);
            assertThat(server.received).containsAll(there.subList(0, 20));
        }
    }

    @Test
    void continuesPastAPageWithoutNewRowsIfAnotherFollows() {
        PageJoin join = join(new ShiftingServer(0).countingPages());
        CallPage known = rows(2, true, "c").toBuilder().next(Cursor.atRow(4, 3)).build();
        pass(join, Cursor.FIRST, rows(0, true, "a", "b", "c"));
        Cursor next = Cursor.atRow(2, 3);
        int pages = 0;
        while (next.equals(Cursor.atRow(2, 3)) && pages < 5) {
            next = pass(join, next, known).next().orElseThrow();
            pages++;
        }

        assertThat(pages).isBetween(2, 4);
        assertThat(next).isEqualTo(Cursor.atRow(4, 3));
        JoinedPage third = pass(join, Cursor.atRow(4, 3), rows(4, false, "d", "e"));
        assertThat(third.page().calls()).extracting(Call::id).containsExactly("d", "e");
        assertThat(third.seam().doubts()).isNotEmpty();
        assertThat(third.next()).isEmpty();
    }

    private static PageJoin join(ShiftingServer server) {
        return new PageJoin(
                PassedRows.NONE,
                server.source(),
                CallQuery.builder().pageSize(3).build(),
                new SeenCalls(List.of()));
    }

    private static JoinedPage pass(PageJoin join, Cursor cursor, CallPage page) {
        JoinedPage joined = join.join(page, PageAddress.FIRST.at(cursor), false).orElseThrow();
        join.pass(joined);
        return joined;
    }

    private static CallPage rows(int first, boolean moreFollow, String... ids) {
        return CallPage.builder()
                .calls(Calls.calls(ids))
                .firstRow(first)
                .next(moreFollow ? Optional.of(Cursor.atRow(first + ids.length, 3)) : Optional.empty())
                .build();
    }

    /** The first new row of a page that has none of the passed rows; the last passed row was created at this time. */
    private static int firstNew(Instant last, Call... calls) {
        PassedRows passed = new PassedRows(
                LongStream.range(0, 8).mapToObj(i -> new CallKey(i, 2)).toList(),
                new ListOrder(true, true, Optional.of(last), Optional.of(last), 8),
                false,
                new RowCount(5, 5, 0, false, -1));
        CallPage page = CallPage.builder()
                .calls(List.of(calls))
                .firstRow(5)
                .next(Cursor.atRow(5 + calls.length, 5))
                .build();
        return new OverlapSearch(
                        passed,
                        new KnownRows(new SeenCalls(List.of()), passed, true, true, false, 1),
                        new PageRows(page),
                        page,
                        Cursor.atRow(5, 5),
                        new ShiftingServer(0).source(),
                        CallQuery.all())
                .find()
                .old()
                .nextClearBit(0);
    }

    private static List<ShiftingServer> servers(int calls) {
        return List.of(new ShiftingServer(calls), new ShiftingServer(calls).countingPages());
    }
}
