package dev.callist.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import dev.callist.Money;
import dev.callist.sync.SyncReport.Purpose;
import dev.callist.testkit.ManualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs of {@link CallSync} do, with any store. */
abstract class SyncRules {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final ManualTime time = ManualTime.startingAt(NOON);
    final ListedWorld world = new ListedWorld();

    private final Random random = new Random(7);
    private CallStore store = new InMemoryCallStore();

    /** An empty store. */
    abstract CallStore newStore() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = newStore();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void copiesNewCallsAndFindsThemUnchangedInTheNextRun() {
        world.put("a", hoursAgo(2)).put("b", hoursAgo(1));

        SyncReport first = run();
        assertThat(first.counts()).isEqualTo(new WriteCounts(2, 0, 0, 0, 0));
        assertThat(first.completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(first.watermarkBefore()).isEmpty();
        assertThat(first.watermarkAfter()).contains(hoursAgo(1));

        SyncReport second = run();
        assertThat(second.counts()).isEqualTo(new WriteCounts(0, 0, 2, 0, 0));
        expectCopy();
    }

    @Test
    void replacesACallThatHasEndedSince() {
        world.put(ListedWorld.call("a", hoursAgo(1))
                .status(CallStatus.IN_PROGRESS)
                .build());
        run();

        world.change("a", call -> call.status(CallStatus.COMPLETED).endedAt(NOON));
        SyncReport report = run();
        assertThat(report.counts()).isEqualTo(new WriteCounts(0, 1, 0, 0, 0));
        assertThat(stored("a").changedAt()).isEqualTo(report.startedAt());
        expectCopy();
    }

    @Test
    void recognizesKnownCallsThatAreListedAmongNewOnes() {
        for (int i = 2; i < 8; i++) {
            world.put("c" + i, hoursAgo(i));
        }
        SyncReport first = run();

        world.put("c1", hoursAgo(1)).change("c5", call -> call.price(price("0.07")));
        SyncReport second = run();
        assertThat(second.counts()).isEqualTo(new WriteCounts(1, 1, 5, 0, 0));
        assertThat(stored("c1").firstSeen()).isEqualTo(second.startedAt());
        assertThat(stored("c5").firstSeen()).isEqualTo(first.startedAt());
        assertThat(stored("c5").changedAt()).isEqualTo(second.startedAt());
        expectCopy();
    }

    @Test
    void marksACallThatIsGoneAndTakesItBackWhenItReturns() {
        world.put("a", hoursAgo(2)).put("b", hoursAgo(1));
        run();

        Call gone = world.calls().get(1);
        world.remove("a");
        SyncReport report = run();
        assertThat(report.counts().missing()).isEqualTo(1);
        assertThat(stored("a").missingSince()).contains(report.startedAt());

        world.put(gone);
        assertThat(run().counts()).isEqualTo(new WriteCounts(0, 0, 2, 0, 1));
        expectCopy();
    }

    @Test
    void listsFromTheWatermarkMinusTheLookback() {
        world.put("old", hoursAgo(24 * 30)).put("new", hoursAgo(1));
        run();
        world.takeListed();

        time.advance(Duration.ofDays(2));
        SyncReport report = run();
        assertThat(world.takeListed().get(0))
                .isEqualTo(TimeRange.since(hoursAgo(1).minus(Duration.ofDays(3))));
        assertThat(report.watermarkAfter()).contains(hoursAgo(1));
    }

    @Test
    void findsCallsThatAreListedLateWithinTheLookback() {
        world.put("a", hoursAgo(1));
        run();
        world.put("late", hoursAgo(70));
        assertThat(run().counts().created()).isEqualTo(1);
        expectCopy();
    }

    @Test
    void listsFromTheOldestCallThatMayStillChangeButNotFurtherThanAllowed() {
        world.put(ListedWorld.call("forgotten", hoursAgo(24 * 9))
                        .status(CallStatus.RINGING)
                        .build())
                .put(ListedWorld.call("open", hoursAgo(24 * 6))
                        .status(CallStatus.IN_PROGRESS)
                        .build())
                .put("new", hoursAgo(1));
        run();
        world.takeListed();

        run();
        assertThat(world.takeListed().get(0)).isEqualTo(TimeRange.since(hoursAgo(24 * 6)));

        world.change("open", call -> call.status(CallStatus.COMPLETED));
        run();
        run();
        assertThat(world.takeListed()).contains(TimeRange.since(hoursAgo(1).minus(Duration.ofDays(3))));
        assertThat(stored("open").row().get(CallColumn.STATUS)).isEqualTo("COMPLETED");
    }

    @Test
    void waitsForAPriceThatArrivesLate() {
        world.put(ListedWorld.call("priced", hoursAgo(24 * 20))
                        .price(price("0.05"))
                        .build())
                .put("unpriced", hoursAgo(24 * 5))
                .put(ListedWorld.call("new", hoursAgo(1)).price(price("0.01")).build());
        run();
        world.change("unpriced", call -> call.price(price("0.07")));
        assertThat(run().counts().changed()).isEqualTo(1);
        expectCopy();
    }

    @Test
    void neverMovesTheWatermarkIntoTheFuture() {
        world.put("a", hoursAgo(1)).put("wrong clock", NOON.plus(Duration.ofDays(400)));
        assertThat(run().watermarkAfter()).contains(hoursAgo(1));
        expectCopy();
    }

    @Test
    void readsAnEmptyList() {
        SyncReport report = run();
        assertThat(report.completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(report.watermarkAfter()).isEmpty();
        world.put("a", hoursAgo(1));
        assertThat(run().counts().created()).isEqualTo(1);
        expectCopy();
    }

    @Test
    void keepsAWindowInDoubtUntilItWasReadCompletely() {
        world.put("a", hoursAgo(2)).put("b", hoursAgo(1));
        world.doubt(Doubt.BETWEEN_PAGES);
        SyncReport doubtful = run();
        assertThat(doubtful.completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(doubtful.inDoubt()).hasSize(1);
        assertThat(doubtful.doubts()).containsExactly(Doubt.BETWEEN_PAGES);
        assertThat(doubtful.watermarkAfter()).contains(hoursAgo(1));

        assertThat(run().inDoubt()).isNotEmpty();
        world.doubt();
        SyncReport clear = runUntilClear();
        assertThat(clear.completeness()).isEqualTo(Completeness.COMPLETE);
        expectCopy();
    }

    @Test
    void marksNothingAsMissingBecauseOfAListThatMayBeIncomplete() {
        world.put("a", hoursAgo(2)).put("b", hoursAgo(1));
        run();
        world.remove("a");
        world.doubt(Doubt.REJECTED_ROW);
        SyncReport report = run();
        assertThat(report.completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(report.counts().missing()).isZero();

        world.doubt();
        runUntilClear();
        assertThat(stored("a").missingSince()).isPresent();
    }

    @Test
    void readsHistoryInWindowsTheNewestFirst() {
        for (int day = 0; day < 40; day++) {
            world.put("d" + day, hoursAgo(24 * day + 1));
        }
        Instant from = hoursAgo(24 * 30);
        SyncReport report = run(options().backfillFrom(from).audits(false).build());

        List<TimeRange> listed = world.takeListed();
        assertThat(listed.get(0)).isEqualTo(TimeRange.since(report.startedAt().minus(Duration.ofDays(3))));
        for (int i = 1; i < listed.size(); i++) {
            assertThat(listed.get(i).before()).isEqualTo(listed.get(i - 1).from());
        }
        assertThat(listed.get(listed.size() - 1).from()).contains(from);
        assertThat(report.counts().created()).isEqualTo(30);
        assertThat(store.state(report.source()).coveredFrom()).contains(from);

        run(options().backfillFrom(from).audits(false).build());
        assertThat(world.takeListed()).hasSize(1);
    }

    @Test
    void readsHistoryFromTheFirstTimeThatAStoreCanKeep() {
        world.put("a", hoursAgo(1)).put("first", Instant.EPOCH);
        SyncOptions options = options()
                .backfillFrom(Instant.parse("1960-01-01T00:00:00Z"))
                .audits(false)
                .build();
        SyncReport report = run(options);
        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(store.state(report.source()).coveredFrom()).contains(Instant.EPOCH);
        world.takeListed();

        assertThat(run(options).completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(world.takeListed()).hasSize(1);
        expectCopy();
    }

    @Test
    void readsEarlierHistoryWhenTheBeginningIsMovedBack() {
        for (int day = 0; day < 20; day++) {
            world.put("d" + day, hoursAgo(24 * day + 1));
        }
        run(options().query(since(10)).build());
        assertThat(run(options().query(since(30)).build()).counts().created()).isEqualTo(10);
        expectCopy();
    }

    @Test
    void reportsTheDriftOfAnEarlierDay() {
        for (int day = 0; day < 40; day++) {
            world.put("d" + day, hoursAgo(24 * day + 1));
        }
        assertThat(run().drift()).isEmpty();
        for (int day = 20; day < 40; day++) {
            world.change("d" + day, call -> call.price(price("9")));
        }

        long changed = 0;
        for (int i = 0; i < 40; i++) {
            SyncReport report = run();
            assertThat(report.drift()).isPresent();
            assertThat(report.listings().get(report.listings().size() - 1).purpose())
                    .isEqualTo(Purpose.AUDIT);
            changed += report.drift().orElseThrow().changed();
        }
        assertThat(changed).isPositive();
    }

    @Test
    void copiesAListThatCannotBeSelectedByTime() {
        world.withoutTimeFilter();
        for (int day = 0; day < 10; day++) {
            world.put("d" + day, hoursAgo(24 * day + 1));
        }
        run();
        world.put("late", hoursAgo(30));
        world.remove("d1");
        assertThat(run().counts()).isEqualTo(new WriteCounts(1, 0, 3, 1, 0));
    }

    @Test
    void copiesCallsWithoutATime() {
        world.put(ListedWorld.call("undated", NOON).createdAt(Optional.empty()).build())
                .put("a", hoursAgo(1));
        run();
        expectCopy();
    }

    @Test
    void continuesWhereAFailureStoppedIt() {
        for (int i = 0; i < 20; i++) {
            world.put("c" + i, hoursAgo(i + 1));
        }
        world.failAfter(3, Kind.NETWORK);
        assertThatThrownBy(this::run).isInstanceOfSatisfying(CallListException.class, e -> assertThat(e.kind())
                .isEqualTo(Kind.NETWORK));
        assertThat(store.state(source()).unfinished()).isPresent();
        assertThat(store.state(source()).watermark()).isEmpty();

        world.put("arrived", NOON);
        SyncReport report = run();
        assertThat(report.listings().get(0).purpose()).isEqualTo(Purpose.CONTINUED);
        assertThat(report.counts().created()).isEqualTo(21 - 9);
        assertThat(store.state(source()).unfinished()).isEmpty();
        expectCopy();
    }

    @Test
    void beginsAnewWhereTheProviderForgotThePosition() {
        for (int i = 0; i < 20; i++) {
            world.put("c" + i, hoursAgo(i + 1));
        }
        world.failAfter(3, Kind.NETWORK);
        assertThatThrownBy(this::run).isInstanceOf(CallListException.class);

        world.failAfter(0, Kind.INVALID_RESUME_POINT);
        assertThat(run().completeness()).isEqualTo(Completeness.COMPLETE);
        expectCopy();
    }

    @Test
    void refusesASecondRunOfTheSameSource() {
        CallSync sync = CallSync.create(world, store, options().build());
        try (SourceSession other = store.open(sync.source(), Duration.ZERO)) {
            assertThatThrownBy(sync::run).isInstanceOfSatisfying(CallStoreException.class, e -> assertThat(e.kind())
                    .isEqualTo(CallStoreException.Kind.LOCKED));
            assertThat(other.lastRun()).isEmpty();
        }
        assertThat(world.takeListed()).isEmpty();
    }

    @Test
    void refusesAnotherQueryOfAnAccountThatItCopies() {
        run();
        SyncOptions other = options()
                .query(CallQuery.builder().direction(CallDirection.INBOUND).build())
                .build();
        assertThatThrownBy(() -> run(other)).isInstanceOfSatisfying(CallStoreException.class, e -> assertThat(e.kind())
                .isEqualTo(CallStoreException.Kind.QUERY_CHANGED));
        assertThat(run(other.toBuilder().allowsOtherQueries(true).build()).completeness())
                .isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void refusesToRunWhenTheClockWentBack() {
        world.put("a", hoursAgo(1));
        run();
        SyncOptions early = options()
                .time(Optional.of(ManualTime.startingAt(NOON.minus(Duration.ofHours(1)))))
                .build();
        assertThatThrownBy(() -> run(early)).isInstanceOfSatisfying(CallStoreException.class, e -> assertThat(e.kind())
                .isEqualTo(CallStoreException.Kind.CLOCK_WENT_BACK));
    }

    SyncOptionsBuilder options() {
        return SyncOptions.builder().account("test").time(Optional.of(time)).random(Optional.of(random));
    }

    private SyncReport run() {
        return run(options().build());
    }

    private SyncReport run(SyncOptions options) {
        time.advance(Duration.ofMinutes(1));
        return CallSync.create(world, store, options).run();
    }

    private SyncReport runUntilClear() {
        SyncReport report = run();
        for (int i = 0; i < 20 && !report.inDoubt().isEmpty(); i++) {
            report = run();
        }
        return report;
    }

    private SyncSource source() {
        return CallSync.create(world, store, options().build()).source();
    }

    private StoredCall stored(String id) {
        CallId key = new CallId("bird", "test", id);
        return Optional.ofNullable(store.find(List.of(key)).get(key)).orElseThrow();
    }

    private void expectCopy() {
        expectCopy(store, source(), world);
    }

    /** Expects a store to have the calls of a world, and no others that are not marked as missing. */
    static void expectCopy(CallStore store, SyncSource source, ListedWorld world) {
        Map<String, CallRow> copied = new TreeMap<>();
        store.read(source, TimeRange.ALL, call -> {
            if (call.missingSince().isEmpty()) {
                copied.put(call.row().id().id(), call.row());
            }
        });
        Map<String, CallRow> expected = new TreeMap<>();
        world.calls().forEach(call -> expected.put(call.id(), CallRow.of(call, source.account())));
        assertThat(copied).isEqualTo(expected);
    }

    private static CallQuery since(int days) {
        return CallQuery.builder().createdFrom(hoursAgo(24 * days)).build();
    }

    private static Money price(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static Instant hoursAgo(int hours) {
        return NOON.minus(Duration.ofHours(hours));
    }
}
