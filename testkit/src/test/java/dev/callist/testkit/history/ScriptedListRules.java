package dev.callist.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ResumePoint;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.history.History.Mood;
import dev.callist.testkit.history.History.Order;
import dev.callist.testkit.history.HistoryResult.Ended;
import dev.callist.testkit.history.ServerHabits.Total;
import dev.callist.testkit.local.LocalSocketFactory;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What must hold in small lists whose rows move, hide or get another time at a known request. */
public interface ScriptedListRules extends ProviderUnderTest {
    /** A server that gives no total. */
    ServerHabits NO_TOTAL = new ServerHabits(1, Integer.MAX_VALUE, Total.MISSING, 0, Duration.ZERO);

    /** The provider's protocol over a list that changes. */
    HistoryProtocol historyProtocol();

    @Test
    default void doesNotBelieveAnEndAgainstTheTotal() {
        holds(list(9, Order.NEWEST_FIRST, 40, 4).cut(2, 1));
    }

    @Test
    default void doesNotBelieveAnEndAgainstATotalThatOnlyTheFirstPageHas() {
        ServerHabits once = new ServerHabits(1, Integer.MAX_VALUE, Total.ON_FIRST_PAGE, 0, Duration.ZERO);
        holds(new HistoryServer(history(9, Order.NEWEST_FIRST, 40, 4, once, Set.of()), historyProtocol(), 0).cut(2, 1));
    }

    @Test
    default void doesNotBelieveAnEmptyPageAgainstTheTotal() {
        holds(list(9, Order.NEWEST_FIRST, 40, 4).cut(3, 0).cut(4, 3));
    }

    @Test
    default void doesNotBelieveAShortFirstPage() {
        holds(list(9, Order.NEWEST_FIRST, 40, 4).cut(1, 2).cut(2, 1));
    }

    @Test
    default void doesNotLoseTheNewestCallsIfTheDateIsBehind() {
        ServerHabits behind = new ServerHabits(1, Integer.MAX_VALUE, Total.RIGHT, 0, Duration.ofSeconds(-5));
        holds(new HistoryServer(history(6, Order.OLDEST_FIRST, 2, 2, behind, Set.of()), historyProtocol(), 0));
    }

    @Test
    default void doesNotLoseCallsWithoutATimeIfTheDateIsBehind() {
        ServerHabits behind = new ServerHabits(1, Integer.MAX_VALUE, Total.MISSING, 0, Duration.ofHours(-10));
        Set<Mood> moods = EnumSet.of(Mood.UNDATED_PAGE_ONE);
        holds(new HistoryServer(history(9, Order.NEWEST_FIRST, 2, 3, behind, moods), historyProtocol(), 0));
    }

    @Test
    default void doesNotLoseCallsWithoutATimeThatABoundHides() {
        Set<Mood> moods = EnumSet.of(Mood.UNDATED_ROWS, Mood.SQL_NULLS);
        holds(new HistoryServer(
                history(20, Order.NEWEST_FIRST, 40, 4, ServerHabits.PLAIN, moods), historyProtocol(), 0));
    }

    @Test
    default void doesNotLoseACallThatGetsALaterTime() {
        holds(list(9, Order.SHUFFLED, 40, 3)
                .before(2, rows -> rows.retime(7, rows.rows().get(7).movedBy(Duration.ofHours(1)))));
    }

    @Test
    default void doesNotRepeatCallsAfterResumingTwice() {
        HistoryServer server = list(9, Order.NEWEST_FIRST, 40, 5);
        resumes(server, List.of(3, 0), rows -> rows.remove(0));
    }

    @Test
    default void doesNotLoseCallsOfOneSecondIfTheOneHandedOverHasVanished() {
        resumes(list(9, Order.OLDEST_FIRST, 0, 2), List.of(1), rows -> rows.remove(0));
    }

    @Test
    default void doesNotLoseTheCallsThatAMovedCallPasses() {
        holds(list(12, Order.NEWEST_FIRST, 40, 5)
                .before(2, rows -> rows.move(4, 8, rows.rows().get(4))));
    }

    @Test
    default void doesNotLoseTheCallsThatAMovedCallPassesWhileCallsAboveItVanish() {
        holds(list(12, Order.NEWEST_FIRST, 40, 5).before(2, rows -> {
            rows.move(4, 8, rows.rows().get(4));
            for (int row = 0; row < 3; row++) {
                rows.remove(row);
            }
        }));
    }

    @Test
    default void doesNotLoseTheCallsThatTwoCallsPassTogether() {
        holds(list(14, Order.NEWEST_FIRST, 40, 6).before(2, rows -> moveTogether(rows, 4, 2, 1)));
    }

    @Test
    default void doesNotLoseTheCallsThatFourCallsPassTogether() {
        holds(list(20, Order.NEWEST_FIRST, 40, 6).before(2, rows -> moveTogether(rows, 2, 4, 3)));
    }

    @Test
    default void doesNotLoseTheCallsThatTwoCallsPassTogetherWithoutATotal() {
        holds(new HistoryServer(history(14, Order.NEWEST_FIRST, 40, 6, NO_TOTAL, Set.of()), historyProtocol(), 0)
                .before(2, rows -> moveTogether(rows, 4, 2, 1)));
    }

    @Test
    default void doesNotLoseTheCallsThatAMovedCallPassesInAListThatHasFallenBefore() {
        holds(list(14, Order.NEWEST_FIRST, 40, 5)
                .before(2, rows -> rows.remove(12))
                .before(4, rows -> {
                    rows.move(4, 8, rows.rows().get(4));
                    for (int row = 0; row < 3; row++) {
                        rows.remove(row);
                    }
                }));
    }

    @Test
    default void doesNotLoseACallThatAMovedCallPassesWhileOthersVanishAndArrive() {
        holds(list(5, Order.OLDEST_FIRST, 40, 4).before(2, rows -> {
            ListedCall last = rows.rows().get(4);
            rows.move(3, 5, rows.rows().get(3));
            rows.remove(1);
            for (int i = 0; i < 2; i++) {
                rows.add(rows.rows().size(), arrival(rows, last));
            }
        }));
    }

    @Test
    default void doesNotLoseTheCallsThatAMovedCallPassesWithoutATotalWhileCallsAboveItVanish() {
        holds(new HistoryServer(history(60, Order.NEWEST_FIRST, 40, 25, NO_TOTAL, Set.of()), historyProtocol(), 0)
                .before(2, rows -> {
                    rows.move(24, 28, rows.rows().get(24));
                    for (int row = 0; row < 3; row++) {
                        rows.remove(row);
                    }
                }));
    }

    @Test
    default void doesNotLoseTheCallsThatTheLastTwoPassBetweenTwoLongWalks() {
        HistoryServer server = list(200, Order.NEWEST_FIRST, 40, 50);
        resumes(server, List.of(150), rows -> moveTogether(rows, 148, 2, 3));
    }

    @Test
    default void doesNotLoseTheCallsThatTwoPassBetweenTwoLongPages() {
        HistoryServer server = list(500, Order.NEWEST_FIRST, 40, 200);
        resumes(server, List.of(200), rows -> {
            rows.move(150, 240, rows.rows().get(150));
            rows.move(151, 241, rows.rows().get(151));
        });
    }

    @Test
    default void doesNotLoseACallOutOfOrderAfterThePosition() {
        HistoryServer server = list(7, Order.NEWEST_FIRST, 40, 4).before(1, rows -> {
            ListedCall third = rows.rows().get(2);
            ListedCall fourth = rows.rows().get(3);
            rows.replace(
                    3, fourth.movedBy(Duration.between(fourth.at(), third.at()).plusSeconds(5)));
        });
        resumes(server, List.of(3), rows -> {
            ListedCall newest = rows.rows().get(0).movedBy(Duration.ofMinutes(1));
            rows.remove(2);
            rows.add(0, arrival(rows, newest));
            rows.add(0, arrival(rows, newest));
        });
    }

    @Test
    default void doesNotLoseTheCallsThatTheLastCallPassesBetweenTwoWalks() {
        HistoryServer server =
                new HistoryServer(history(12, Order.NEWEST_FIRST, 40, 9, NO_TOTAL, Set.of()), historyProtocol(), 0);
        resumes(server, List.of(9), rows -> {
            rows.move(8, 12, rows.rows().get(8));
            for (int row = 0; row < 3; row++) {
                rows.remove(row);
            }
        });
    }

    @Test
    default void doesNotLoseTheCallsThatTheLastCallPassesInAListThatHasShifted() {
        holds(new HistoryServer(history(14, Order.NEWEST_FIRST, 40, 6, NO_TOTAL, Set.of()), historyProtocol(), 0)
                .before(2, rows -> rows.remove(0))
                .before(5, rows -> {
                    rows.move(11, 14, rows.rows().get(11));
                    rows.remove(1);
                    rows.remove(2);
                }));
    }

    @Test
    default void doesNotLoseACallAfterTheOnesThatVanishFromPagesOfOneCall() {
        ServerHabits single = new ServerHabits(1, 1, Total.RIGHT, 0, Duration.ZERO);
        holds(new HistoryServer(history(3, Order.NEWEST_FIRST, 40, 7, single, Set.of()), historyProtocol(), 0)
                .before(2, rows -> rows.remove(2))
                .before(3, rows -> rows.remove(0)));
    }

    @Test
    default void doesNotTakeAMovedCallForOneThatHasArrived() {
        holds(list(30, Order.NEWEST_FIRST, 40, 10).before(2, rows -> {
            rows.move(12, 20, rows.rows().get(12));
            for (int row = 0; row < 10; row++) {
                rows.remove(row);
            }
        }));
    }

    @Test
    default void doesNotBelieveALastPageOfACallThatIsListedTwice() {
        holds(list(12, Order.NEWEST_FIRST, 40, 5)
                .before(2, rows -> rows.add(12, rows.rows().get(1).withKey(rows.newKey())))
                .before(3, rows -> {
                    for (int row = 0; row < 4; row++) {
                        rows.remove(row);
                    }
                }));
    }

    @Test
    default void doesNotLoseTheCallsThatAMovedCallPassesBetweenTwoWalks() {
        resumes(
                list(12, Order.NEWEST_FIRST, 40, 6),
                List.of(4),
                rows -> rows.move(3, 6, rows.rows().get(3)));
    }

    @Test
    default void doesNotRepeatManyCallsOfOneSecond() {
        resumes(list(70, Order.NEWEST_FIRST, 0, 60), List.of(55), rows -> {
            for (int row = 20; row < 55; row++) {
                rows.remove(row);
            }
        });
    }

    @Test
    default void doesNotRelyOnAnOrderThatLaterRowsBreak() {
        resumes(list(9, Order.SHUFFLED, 40, 4), List.of(2), rows -> rows.remove(1));
    }

    @Test
    default void doesNotLoseCallsOfOneSecondIfATokenHasExpired() {
        HistoryServer server = list(30, Order.NEWEST_FIRST, 0, 5);
        resumesIfPossible(server, 12, rows -> rows.remove(11));
    }

    @Test
    default void doesNotRepeatCallsOfOneSecondIfATokenHasExpired() {
        resumesIfPossible(list(80, Order.NEWEST_FIRST, 0, 10), 55, rows -> {});
    }

    @Test
    default void readsPagesThatAreFilteredAfterTheyWereCut() {
        CallQuery outbound = CallQuery.builder()
                .pageSize(2)
                .direction(CallDirection.OUTBOUND)
                .build();
        Set<Mood> moods = EnumSet.of(Mood.FILTERED_PAGES);
        holds(new HistoryServer(
                history(30, Order.NEWEST_FIRST, 40, 2, ServerHabits.PLAIN, moods)
                        .withQuery(outbound),
                historyProtocol(),
                0));
    }

    @Test
    default void readsPagesThatAreLargerThanRequested() {
        ServerHabits least = new ServerHabits(7, Integer.MAX_VALUE, Total.RIGHT, 0, Duration.ZERO);
        holds(new HistoryServer(history(30, Order.NEWEST_FIRST, 40, 3, least, Set.of()), historyProtocol(), 0));
    }

    /** Resumes after all tokens have expired; a list that cannot be read from a time on says so. */
    private void resumesIfPossible(HistoryServer server, int stop, Consumer<ChangingList> change) {
        try {
            resumes(server, List.of(stop), rows -> {
                server.expireTokens();
                change.accept(rows);
            });
        } catch (CallListException e) {
            assertThat(e.kind()).isEqualTo(Kind.CURSOR_EXPIRED);
        }
    }

    /** Moves neighbouring rows down by some rows, one behind the other. */
    private static void moveTogether(ChangingList rows, int first, int count, int by) {
        for (int i = 0; i < count; i++) {
            rows.move(first + i, first + count + by + i, rows.rows().get(first + i));
        }
    }

    /** A new call of the same time. */
    private static ListedCall arrival(ChangingList rows, ListedCall like) {
        int key = rows.newKey();
        return new ListedCall(
                key,
                key,
                like.at(),
                like.start(),
                like.isDated(),
                like.hasId(),
                like.status(),
                like.isOutbound(),
                like.seconds(),
                false);
    }

    /** A list that does nothing odd by itself. */
    private HistoryServer list(int calls, Order order, int spacing, int pageSize) {
        return new HistoryServer(
                history(calls, order, spacing, pageSize, ServerHabits.PLAIN, Set.of()), historyProtocol(), 0);
    }

    private static History history(
            int calls, Order order, int spacing, int pageSize, ServerHabits habits, Set<Mood> moods) {
        CallQuery query = CallQuery.builder().pageSize(pageSize).build();
        return new History(1, calls, order, spacing, query, 0, 1, habits, moods, 0);
    }

    private void holds(HistoryServer server) {
        resumes(server, List.of(), rows -> {});
    }

    /** Reads a list, in several walks of so many calls, between which it changes in the same way. */
    private void resumes(HistoryServer server, List<Integer> stops, Consumer<ChangingList> change) {
        List<Integer> handedOver = new ArrayList<>();
        CallQuery query = server.history().query();
        try (CallLister lister = lister(
                URI.create("http://127.0.0.1:8080"),
                secret(),
                ContractFixture.quick()
                        .httpClient(LocalSocketFactory.clientOf(server))
                        .build())) {
            CallIterator walk = lister.list(query).readAhead(0).iterator();
            for (int stop : stops) {
                for (int taken = 0; taken < stop; taken++) {
                    handedOver.add(Integer.valueOf(walk.next().id()));
                }
                boolean isLooked = walk.hasNext();
                ResumePoint point = ResumePoint.parse(walk.resumePoint().toString());
                walk.close();
                server.before(server.requests() + 1, change);
                walk = lister.resume(query, point).readAhead(0).iterator();
                assertThat(isLooked).isTrue();
            }
            walk.forEachRemaining(call -> handedOver.add(Integer.valueOf(call.id())));
            HistoryResult result =
                    new HistoryResult(handedOver, Ended.AT_THE_END, walk.report(), 1 + stops.size(), 1, List.of());
            assertThat(HistoryOracle.complaints(server, result))
                    .as(server.trace())
                    .noneMatch(complaint -> complaint.startsWith("lost") || complaint.startsWith("repeated"));
            walk.close();
        }
    }
}
