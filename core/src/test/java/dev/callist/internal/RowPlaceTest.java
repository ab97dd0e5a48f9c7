package dev.callist.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPlaceTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 16, 99, 100, 1000})
    void handsOverAStillListOnceInItsOrder(int pageSize) {
        for (int calls : new int[] {0, 1, 2, 3, 4, 5, 6, 12, 13, 60, 61, 100, 101, 199, 240}) {
            for (ShiftingServer server : servers(calls)) {
                server.walk(pageSize, request -> {});

                assertThat(server.received).as("%d calls", calls).containsExactlyElementsOf(server.keys());
                assertThat(server.repeated).isZero();
                assertThat(server.drifted).isFalse();
                assertThat(server.lost).isFalse();
            }
        }
    }

    @Test
    void leavesARowWithoutATimeBelowNewerRowsToCome() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        RowMark newer = new RowMark("newer", Optional.of(noon.plusSeconds(1)));
        RowMark timeless = new RowMark("timeless", Optional.empty());
        RowMark older = new RowMark("older", Optional.of(noon.minusSeconds(1)));
        RowOrder order = new RowOrder(true, Optional.of(noon));

        assertThat(order.firstToCome(List.of(newer, timeless, older))).hasValue(1);
        assertThat(order.firstToCome(List.of(newer, timeless))).hasValue(1);
        assertThat(order.firstToCome(List.of(timeless, newer))).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void guessesNoPlaceTwice(int pageSize) {
        RowPlace first = RowPlace.of("test", Cursor.FIRST);
        List<RowMark> rows = IntStream.range(0, pageSize)
                .mapToObj(i -> new RowMark("c" + i, Optional.empty()))
                .toList();
        RowsGiven facts = RowsGiven.asAsked(first.window(pageSize), OptionalLong.of(100));

        RowPlace next = RowSeam.of(first, facts, rows).next().orElseThrow();

        assertThat(next.ahead(place -> place.window(pageSize), OptionalLong.of(100), 8))
                .doesNotHaveDuplicates();
    }

    @Test
    void needsHardlyMoreRequestsThanPages() {
        ShiftingServer offsets = new ShiftingServer(2345);
        ShiftingServer pages = new ShiftingServer(2345).countingPages();
        offsets.walk(100, request -> {});
        pages.walk(100, request -> {});

        assertThat(offsets.requests).isEqualTo(24);
        assertThat(pages.requests).isLessThanOrEqualTo(28);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 50})
    void losesNothingThatStoodThroughoutWhileCallsComeAndGo(int pageSize) {
        for (int seed = 0; seed < 300; seed++) {
            for (ShiftingServer server : servers(120)) {
                Random random = new Random(seed);
                server.totalled = random.nextBoolean();
                List<String> stood = new ArrayList<>(server.keys());
                server.walk(pageSize, request -> {
                    if (request < 60) {
                        server.arrive(random.nextInt(4) / 2);
                        for (int i = random.nextInt(6); i > 2 && !server.rows.isEmpty(); i--) {
                            stood.remove(server.rows
                                    .remove(random.nextInt(server.rows.size()))
                                    .key());
                        }
                    }
                });

                assertThat(server.received).as("seed %d", seed).containsAll(stood);
                assertThat(server.lost).isFalse();
            }
        }
    }

    @Test
    void readsOnWhereAServerThatGivesLessSaysAWrongTotal() {
        for (int wrong = 3; wrong < 40; wrong++) {
            ShiftingServer server = new ShiftingServer(40);
            server.clamp = 2;
            server.total = OptionalInt.of(wrong);
            server.walk(3, request -> {});

            assertThat(server.received).as("%d", wrong).containsExactlyElementsOf(server.keys());
        }
    }

    @Test
    void saysThatRowsDrifted() {
        for (ShiftingServer server : servers(40)) {
            List<String> stood = server.keys();
            server.walk(10, request -> server.arrive(request == 3 ? 1 : 0));

            assertThat(server.received).containsExactlyElementsOf(stood);
            assertThat(server.drifted).isTrue();
        }
    }

    @Test
    void findsItsPlaceAgainWhenManyRowsHaveArrived() {
        for (ShiftingServer server : servers(60)) {
            List<String> stood = server.keys();
            server.walk(10, request -> server.arrive(request == 3 ? 95 : 0));

            assertThat(server.received).containsExactlyElementsOf(stood);
            assertThat(server.repeated).isZero();
        }
    }

    @Test
    void stepsBackWhenRowsAboveHaveVanished() {
        for (ShiftingServer server : servers(60)) {
            List<String> rest = server.keys().subList(20, 60);
            server.walk(10, request -> {
                if (request == 4) {
                    server.rows.subList(0, 17).clear();
                }
            });

            assertThat(server.received).containsAll(rest).doesNotHaveDuplicates();
            assertThat(server.drifted).isTrue();
            assertThat(server.lost).isFalse();
        }
    }

    @Test
    void joinsByTimeWhenEveryAnchorIsGone() {
        for (ShiftingServer server : servers(60)) {
            List<String> rest = server.keys().subList(30, 60);
            server.walk(10, request -> {
                if (request == 3) {
                    server.rows.subList(8, 25).clear();
                }
            });

            assertThat(server.received).containsAll(rest);
            assertThat(server.lost).isFalse();
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
    void saysThatAPlaceIsLostInAListWithoutAnOrder() {
        for (ShiftingServer server : servers(60)) {
            server.rows.replaceAll(row -> new RowMark(row.key(), Optional.empty()));
            List<String> rest = server.keys().subList(30, 60);
            server.walk(10, request -> {
                if (request == 3) {
                    server.rows.subList(8, 25).clear();
                }
            });

            assertThat(server.received).containsAll(rest);
            assertThat(server.lost).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 20, 99})
    void takesWhatAServerGivesThatGivesLess(int clamp) {
        for (ShiftingServer server : servers(250)) {
            server.clamp = clamp;
            server.walk(100, request -> {});

            assertThat(server.received).containsExactlyElementsOf(server.keys());
            assertThat(server.lost).isEqualTo(server.counted && clamp < 5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void saysThatPagesTooSmallToOverlapMayHideWhatIsLost(int clamp) {
        ShiftingServer server = new ShiftingServer(25).countingPages();
        server.clamp = clamp;
        server.walk(10, request -> {});

        assertThat(server.received).containsExactlyElementsOf(server.keys());
        assertThat(server.lost).isTrue();
    }

    @Test
    void overlapsAnyOffsetByExactlyOneRow() {
        RowPlace place = new RowPlace(99, 99, 100, 0, 0, RowOrder.START, List.of("a"));

        assertThat(place.window(100)).isEqualTo(new RowWindow(99, 100));
        assertThat(place.window(1)).isEqualTo(new RowWindow(99, 2));
        assertThat(RowPlace.of("test", Cursor.FIRST).window(1)).isEqualTo(new RowWindow(0, 1));
    }

    @Test
    void choosesAPageThatHasTheAnchorAndReachesFurthest() {
        RowPlace place = new RowPlace(99, 99, 0, 0, 0, RowOrder.START, List.of("a"));
        RowWindow window = place.pageWindow(100);

        assertThat(window).isEqualTo(new RowWindow(99, 99));
        assertThat(window.page()).isEqualTo(2);
        assertThat(new RowPlace(1, 1, 0, 0, 0, RowOrder.START, List.of("a")).pageWindow(2))
                .isEqualTo(new RowWindow(0, 3));
    }

    @Test
    void writesItselfAsACursorAndBack() {
        RowPlace place = new RowPlace(
                99, 12, 100, 3, 2, RowOrder.parse("2026-03-01T12:00:00.123456Z"), List.of("one", "!2 ü", "three"));

        assertThat(RowPlace.of("test", place.cursor())).isEqualTo(place);
        assertThat(place.cursor().text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "MTA", "LTEgMCAwIDAgMA", "LTEgLTEgMCAwIDAK", "MSAxIDEgMSAxCmEKYg"})
    void refusesACursorOfAnotherKind(String text) {
        assertThatThrownBy(() -> RowPlace.of("test", new Cursor(text)))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_RESUME_POINT));
    }

    @Test
    void takesRowsThatComeOneByOneWithoutATotal() {
        for (int calls : new int[] {1, 2, 7}) {
            ShiftingServer server = new ShiftingServer(calls);
            server.clamp = 1;
            server.totalled = false;
            server.walk(10, request -> {});

            assertThat(server.received).containsExactlyElementsOf(server.keys());
            assertThat(server.lost).isEqualTo(calls > 1);
        }
    }

    @Test
    void keepsRowsWithoutATimeWhenEveryAnchorIsGone() {
        for (ShiftingServer server : servers(30)) {
            for (int row = 12; row < 18; row++) {
                server.rows.set(row, new RowMark("c" + row, Optional.empty()));
            }
            List<String> rest = server.keys().subList(12, 30);
            server.walk(10, request -> {
                if (request == 2) {
                    server.rows.subList(3, 12).clear();
                }
            });

            assertThat(server.received).containsAll(rest);
        }
    }

    @Test
    void comesToNoPlaceTwiceAlthoughItGoesBackToTheTopTwice() {
        for (ShiftingServer server : servers(40)) {
            server.rows.replaceAll(row -> new RowMark(row.key(), Optional.of(Instant.EPOCH)));
            List<String> rest = new ArrayList<>(server.keys().subList(0, 4));
            rest.addAll(server.keys().subList(30, 40));
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
    void guessesNoPlaceTwiceWhereOneRowIsAllThatWasGiven() {
        RowPlace place = new RowPlace(0, 0, 1, 0, 0, RowOrder.START, List.of("a"));

        assertThat(place.ahead(from -> from.window(8), OptionalLong.empty(), 4)).doesNotHaveDuplicates();
    }

    private static List<ShiftingServer> servers(int calls) {
        return List.of(new ShiftingServer(calls), new ShiftingServer(calls).countingPages());
    }
}
