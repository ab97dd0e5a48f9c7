package dev.callist.internal.walk;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import dev.callist.internal.walk.join.ShiftingServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole walks over a list that is counted in rows. */
class CountedWalkTest {
    @ParameterizedTest
    @CsvSource({"45, 4", "46, 5", "47, 5", "18, 1", "19, 2", "20, 2", "10, 1", "9, 0"})
    void requestsPagesByRowNumberWhileEachBringsARow(int rows, int pages) {
        ShiftingServer server = new ShiftingServer(rows);

        assertThat(drain(walk(server, 10, 8))).isEqualTo(server.ids());

        List<String> expected = new ArrayList<>(List.of(""));
        IntStream.rangeClosed(1, pages)
                .forEach(page -> expected.add(Cursor.atRow(9 * page, 10).text()));
        assertThat(server.asked).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void requestsNoPageOfAListThatDoesNotShiftTwice(int pageSize) {
        for (ShiftingServer server : servers(100)) {
            CallIterator walk = walk(server, pageSize, 8);

            assertThat(drain(walk)).isEqualTo(server.ids());
            assertThat(server.asked).doesNotHaveDuplicates();
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    void requestsPagesByTheReportedPageSize() {
        ShiftingServer server = new ShiftingServer(60).countingPages();
        server.clamp = 6;
        CallIterator walk = walk(server, 10, 4);

        assertThat(drain(walk)).isEqualTo(server.ids());
        assertThat(server.asked).doesNotHaveDuplicates();
    }

    @Test
    void readsAServerThatSilentlyReturnsFewerRows() {
        ShiftingServer server = new ShiftingServer(40);
        server.clamp = 4;
        CallIterator walk = walk(server, 10, 4);

        assertThat(drain(walk)).isEqualTo(server.ids());
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void returnsTheSameCallsInTheSameOrderWhileRowsShift(int concurrency) {
        for (int seed = 0; seed < 60; seed++) {
            for (ShiftingServer server : servers(80)) {
                Random random = new Random(seed);
                List<String> there = new ArrayList<>(server.ids());
                server.beforeRequest = request -> {
                    if (request < 30) {
                        server.arrive(random.nextInt(3) / 2);
                        for (int i = random.nextInt(5); i > 3; i--) {
                            there.remove(server.rows
                                    .remove(random.nextInt(server.rows.size()))
                                    .id());
                        }
                    }
                };

                List<String> ids = drain(walk(server, 10, concurrency));

                assertThat(ids).as("seed %d", seed).containsAll(there).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void resumesAfterEveryCallByItsRow() {
        for (ShiftingServer server : servers(25)) {
            for (int calls = 0; calls <= 25; calls++) {
                CallIterator walk = server.list(query(10)).readAhead(0).iterator();
                take(walk, calls);
                ResumePoint point = ResumePoint.parse(walk.resumePoint().toString());
                server.asked.clear();
                server.requests = 0;

                CallIterator rest = server.resume(query(10), point).iterator();

                assertThat(drain(rest))
                        .as("after %d calls", calls)
                        .isEqualTo(server.ids().subList(calls, 25));
                assertThat(rest.report().completeness()).isEqualTo(Completeness.COMPLETE);
                if (calls == 13) {
                    assertThat(server.asked.get(0))
                            .isEqualTo(Cursor.atRow(12, 10).text());
                }
            }
        }
    }

    @Test
    void repeatsNothingAfterALateRowAtTheEndOfAPageThatReachesNoFurther() {
        for (int arrivals = 0; arrivals <= 20; arrivals++) {
            for (int more = 0; more <= 4; more++) {
                for (ShiftingServer server : servers(30)) {
                    CallIterator walk = server.list(query(10)).readAhead(0).iterator();
                    List<String> ids = new ArrayList<>(take(walk, 10));
                    List<String> rest = List.copyOf(server.ids().subList(10, 30));
                    server.arrive(arrivals);
                    Optional<Instant> old = server.rows.get(arrivals + 7).createdAt();
                    server.rows.add(arrivals + 8, ShiftingServer.call("late", old));
                    ids.addAll(take(walk, more));
                    ResumePoint point = ResumePoint.parse(walk.resumePoint().toString());

                    ids.addAll(drain(server.resume(query(10), point).iterator()));

                    assertThat(ids)
                            .as("%d arrivals, %d calls more", arrivals, more)
                            .containsAll(rest)
                            .doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void resumesAfterRowsHaveArrivedAndVanished() {
        for (ShiftingServer server : servers(40)) {
            CallIterator walk = walk(server, 10, 1);
            take(walk, 17);
            List<String> rest = List.copyOf(server.ids().subList(17, 40));
            server.arrive(14);
            server.rows.subList(14 + 12, 14 + 17).clear();

            CallIterator resumed = server.resume(query(10), walk.resumePoint()).iterator();

            assertThat(drain(resumed)).containsAll(rest).doesNotHaveDuplicates();
            assertThat(resumed.report().completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    void keepsItsPositionWhenItIsResumedAndSavedBeforeTheNextCall() {
        for (ShiftingServer server : servers(25)) {
            for (int calls = 1; calls < 25; calls++) {
                CallIterator first = walk(server, 10, 1);
                take(first, calls);
                CallIterator second =
                        server.resume(query(10), first.resumePoint()).iterator();
                assertThat(second.hasNext()).isTrue();
                server.requests = 0;

                CallIterator third =
                        server.resume(query(10), second.resumePoint()).iterator();

                assertThat(drain(third))
                        .as("after %d calls", calls)
                        .isEqualTo(server.ids().subList(calls, 25));
            }
        }
    }

    @Test
    void endsAListWhoseRowsShiftAtEveryRequest() {
        for (ShiftingServer server : servers(30)) {
            server.beforeRequest = request -> {
                server.arrive(1);
                server.rows.remove(server.rows.size() - 1);
            };

            CallIterator walk = walk(server, 10, 1);

            assertThat(drain(walk)).startsWith("c0", "c1", "c2").doesNotHaveDuplicates();
            assertThat(walk.report().endReason()).contains(EndReason.END_OF_LIST);
            assertThat(walk.report().drifted()).isTrue();
        }
    }

    @Test
    void continuesPastAPageWithoutNewRowsThatAnotherOneFollows() {
        String hole = Cursor.atRow(2, 3).text();
        String after = Cursor.atRow(4, 3).text();
        CallPage known = CallPage.builder()
                .calls(List.of(call("c", 3)))
                .firstRow(2)
                .next(Cursor.atRow(4, 3))
                .build();
        ScriptedLister lister = new ScriptedLister()
                .rows(0, 3, true, call("a", 1), call("b", 2), call("c", 3))
                .on(hole, () -> known)
                .rows(4, 3, false, call("d", 4), call("e", 5));

        CallIterator walk = lister.list(query(3)).iterator();

        assertThat(drain(walk)).containsExactly("a", "b", "c", "d", "e");
        assertThat(lister.asked())
                .startsWith("", hole, hole)
                .endsWith(hole, after)
                .hasSizeLessThan(8);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.UNKNOWN);
    }

    @Test
    void requestsSeveralPagesAtOnce() {
        CyclicBarrier atOnce = new CyclicBarrier(3);
        ScriptedLister lister = new ScriptedLister()
                .concurrency(8)
                .rows(0, 3, true, call("a", 1), call("b", 2), call("c", 3))
                .on(Cursor.atRow(2, 3).text(), meeting(atOnce, 2, true, call("c", 3), call("d", 4), call("e", 5)))
                .on(Cursor.atRow(4, 3).text(), meeting(atOnce, 4, true, call("e", 5), call("f", 6), call("g", 7)))
                .on(Cursor.atRow(6, 3).text(), meeting(atOnce, 6, false, call("g", 7), call("h", 8)));

        CallIterator walk = lister.list(query(3)).concurrency(3).iterator();

        assertThat(drain(walk)).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    private static Supplier<CallPage> meeting(CyclicBarrier barrier, int row, boolean moreFollow, Call... calls) {
        CallPage page = CallPage.builder()
                .calls(List.of(calls))
                .firstRow(row)
                .next(moreFollow ? Optional.of(Cursor.atRow(row + calls.length, 3)) : Optional.empty())
                .build();
        return () -> {
            try {
                barrier.await(10, TimeUnit.SECONDS);
                return page;
            } catch (InterruptedException | TimeoutException | BrokenBarrierException e) {
                throw new IllegalStateException("the other pages were not requested", e);
            }
        };
    }

    private static List<ShiftingServer> servers(int calls) {
        return List.of(new ShiftingServer(calls), new ShiftingServer(calls).countingPages());
    }

    private static CallQuery query(int pageSize) {
        return CallQuery.builder().pageSize(pageSize).build();
    }

    private static CallIterator walk(ShiftingServer server, int pageSize, int concurrency) {
        return server.list(query(pageSize)).concurrency(concurrency).iterator();
    }

    private static List<String> take(CallIterator walk, int calls) {
        return Stream.generate(walk::next).limit(calls).map(Call::id).toList();
    }

    private static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        for (Call call : (Iterable<Call>) () -> walk) {
            ids.add(call.id());
        }
        return ids;
    }
}
