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
import dev.callist.sync.VerificationReport.Day;
import dev.callist.testkit.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallVerificationTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    private final ManualTime time = ManualTime.startingAt(NOON);
    private final ListedWorld world = new ListedWorld();
    private final List<CallDifference> differences = new ArrayList<>();
    private CallStore store = new InMemoryCallStore();

    @TempDir
    Path folder;

    @Test
    void provesThatACopyIsEqual() {
        world.put("a", hoursAgo(1)).put("b", hoursAgo(30));
        sync();

        VerificationReport report = verify(CallQuery.all());
        assertThat(differences).isEmpty();
        assertThat(report.isEqual()).isTrue();
        assertThat(report.isProved()).isTrue();
        assertThat(report.total()).isEqualTo(new Day(Optional.empty(), 2, 2, 0, 0, 0));
    }

    @Test
    void namesEachDifferenceAndItsColumns() {
        world.put("gone", hoursAgo(1)).put("changed", hoursAgo(2)).put("same", hoursAgo(3));
        sync();
        world.remove("gone");
        world.put("new", hoursAgo(4));
        world.change("changed", call -> call.status(CallStatus.BUSY).providerStatus("busy"));

        VerificationReport report = verify(CallQuery.all());
        assertThat(differences)
                .containsExactlyInAnyOrder(
                        difference("gone", CallDifference.Kind.ONLY_IN_COPY),
                        difference("new", CallDifference.Kind.ONLY_IN_LIST),
                        difference(
                                "changed",
                                CallDifference.Kind.DIFFERENT,
                                CallColumn.STATUS,
                                CallColumn.PROVIDER_STATUS));
        assertThat(report.days()).containsExactly(new Day(Optional.of(LocalDate.parse("2026-03-29")), 3, 3, 1, 1, 1));
        assertThat(report.isEqual()).isFalse();
    }

    @Test
    void doesNotCountCallsThatTheStoreKeepsAsMissing() {
        world.put("a", hoursAgo(1)).put("gone", hoursAgo(2));
        sync();
        Call gone = world.calls().get(1);
        world.remove("gone");
        sync();
        assertThat(verify(CallQuery.all()).isEqual()).isTrue();

        world.put(gone);
        verify(CallQuery.all());
        assertThat(differences).containsExactly(difference("gone", CallDifference.Kind.ONLY_IN_LIST));
    }

    @Test
    void comparesTheWindowOnly() {
        world.put("a", hoursAgo(1)).put("b", hoursAgo(10)).put("c", hoursAgo(20));
        sync();
        world.remove("a");
        world.remove("c");
        VerificationReport report = verify(CallQuery.builder()
                .createdFrom(hoursAgo(12))
                .createdBefore(hoursAgo(5))
                .build());
        assertThat(report.total()).isEqualTo(new Day(Optional.empty(), 1, 1, 0, 0, 0));
        assertThat(report.range()).isEqualTo(TimeRange.between(hoursAgo(12), hoursAgo(5)));
    }

    @Test
    void findsACallThatTheCopyHasOutsideOfTheWindow() {
        world.put("moved", hoursAgo(30));
        sync();
        world.change("moved", call -> call.createdAt(hoursAgo(1)));
        verify(CallQuery.builder().createdFrom(hoursAgo(12)).build());
        assertThat(differences)
                .containsExactly(difference("moved", CallDifference.Kind.DIFFERENT, CallColumn.CREATED_AT));
    }

    @Test
    void countsCallsByLocalDayAlsoWhenClocksChange() {
        for (String zone : List.of("Europe/Lisbon", "America/New_York", "Asia/Kathmandu")) {
            Map<LocalDate, Long> expected = new HashMap<>();
            ListedWorld hours = new ListedWorld().pageSize(50);
            for (int hour = 0; hour < 24 * 40; hour++) {
                Instant at = hoursAgo(hour);
                hours.put("h" + hour, at);
                expected.merge(at.atZone(ZoneId.of(zone)).toLocalDate(), 1L, Long::sum);
            }
            VerificationReport report = CallVerification.of(hours, CallQuery.all(), ZoneId.of(zone))
                    .against(hours.calls().iterator(), "test", differences::add);
            assertThat(report.isProved()).isTrue();
            assertThat(report.days())
                    .extracting(Day::date)
                    .containsExactlyElementsOf(expected.keySet().stream()
                            .sorted()
                            .map(Optional::of)
                            .toList());
            assertThat(report.days()).allSatisfy(day -> assertThat(day.inList())
                    .isEqualTo(day.inCopy())
                    .isEqualTo(expected.get(day.date().orElseThrow())));
        }
    }

    @Test
    void putsCallsWithoutATimeLast() {
        world.put(ListedWorld.call("undated", NOON).createdAt(Optional.empty()).build())
                .put("a", hoursAgo(1));
        sync();
        assertThat(verify(CallQuery.all()).days()).extracting(Day::date).last().isEqualTo(Optional.empty());
    }

    @Test
    void ignoresCallsAfterAnInstantAndComparesThoseWithoutATime() {
        world.put(ListedWorld.call("undated", NOON).createdAt(Optional.empty()).build())
                .put("a", hoursAgo(1));
        sync();
        world.put("later", NOON).remove("undated");
        SyncSource source = CallSync.create(world, store, options()).source();
        VerificationReport report = CallVerification.of(world, CallQuery.all(), LISBON)
                .upTo(hoursAgo(1))
                .against(store, source, differences::add);
        assertThat(differences).extracting(difference -> difference.id().id()).containsExactly("undated");
        assertThat(differences).extracting(CallDifference::kind).containsExactly(CallDifference.Kind.ONLY_IN_COPY);
        assertThat(report.range()).isEqualTo(TimeRange.until(hoursAgo(1).plusNanos(1_000)));
        assertThat(report.total().inList()).isEqualTo(1);
    }

    @Test
    void findsEveryPlantedDifferenceInSqlite() {
        store = JdbcCallStore.open(folder.resolve("calls.db"));
        Random random = new Random(11);
        world.pageSize(100);
        for (int i = 0; i < 3_000; i++) {
            world.put("c" + i, NOON.minusSeconds(random.nextInt(3_000_000)));
        }
        sync();
        Set<CallDifference> planted = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String id = "c" + 3 * i;
            switch (i % 3) {
                case 0 -> {
                    planted.add(difference(id, CallDifference.Kind.ONLY_IN_COPY));
                    world.remove(id);
                }
                case 1 -> {
                    planted.add(difference(id, CallDifference.Kind.DIFFERENT, CallColumn.DURATION));
                    world.change(id, call -> call.duration(Duration.ofSeconds(7)));
                }
                default -> {
                    world.put("new" + i, NOON.minusSeconds(random.nextInt(3_000_000)));
                    planted.add(difference("new" + i, CallDifference.Kind.ONLY_IN_LIST));
                }
            }
        }

        VerificationReport report = verify(CallQuery.all());
        assertThat(differences).hasSize(1_000).containsExactlyInAnyOrderElementsOf(planted);
        assertThat(report.total()).isEqualTo(new Day(Optional.empty(), 3_000, 2_999, 334, 333, 333));
        store.close();
    }

    @Test
    void comparesAListInAnyOrderWithAFile() {
        world.put("a", hoursAgo(1)).put("b", hoursAgo(2)).put("c", hoursAgo(3));
        List<Call> file = new ArrayList<>(world.calls());
        Collections.reverse(file);
        file.remove(1);
        VerificationReport report =
                CallVerification.of(world, CallQuery.all(), LISBON).against(file.iterator(), "test", differences::add);
        assertThat(report.total()).isEqualTo(new Day(Optional.empty(), 2, 3, 0, 1, 0));
        assertThat(differences).extracting(any -> any.id().id()).containsExactly("b");
    }

    @Test
    void ignoresTheRawJsonThatAFileDoesNotHave() {
        world.put(ListedWorld.call("a", hoursAgo(1)).rawJson("{}").build());
        List<Call> file = List.of(ListedWorld.call("a", hoursAgo(1)).build());
        assertThat(CallVerification.of(world, CallQuery.all(), LISBON)
                        .against(file.iterator(), "test", differences::add)
                        .isProved())
                .isTrue();
    }

    @Test
    void provesNothingWithAListThatMayBeIncomplete() {
        world.put("a", hoursAgo(1));
        sync();
        world.doubt(Doubt.BETWEEN_PAGES);
        VerificationReport report = verify(CallQuery.all());
        assertThat(report.isEqual()).isTrue();
        assertThat(report.isProved()).isFalse();
        assertThat(report.listing().completeness()).isEqualTo(Completeness.UNKNOWN);
    }

    @Test
    void refusesOtherFiltersThanThoseOfTheCopy() {
        sync();
        CallQuery inbound = CallQuery.builder().direction(CallDirection.INBOUND).build();
        assertThatThrownBy(() -> verify(inbound))
                .isInstanceOfSatisfying(CallStoreException.class, e -> assertThat(e.kind())
                        .isEqualTo(CallStoreException.Kind.QUERY_CHANGED));
    }

    @Test
    void failsWhenTheListingFails() {
        world.put("a", hoursAgo(1));
        sync();
        world.failAfter(0, Kind.NETWORK);
        assertThatThrownBy(() -> verify(CallQuery.all())).isInstanceOf(CallListException.class);
    }

    @Test
    void showsNoIdAsText() {
        assertThat(difference("+15550100", CallDifference.Kind.ONLY_IN_COPY).toString())
                .doesNotContain("5550100");
    }

    private CallDifference difference(String id, CallDifference.Kind kind, CallColumn... columns) {
        Optional<LocalDate> day = world.calls().stream()
                .filter(call -> call.id().equals(id))
                .findFirst()
                .flatMap(Call::createdAt)
                .or(() -> Optional.of(NOON))
                .map(at -> at.atZone(LISBON).toLocalDate());
        return new CallDifference(new CallId("bird", "test", id), kind, day, Set.of(columns));
    }

    private SyncOptions options() {
        return SyncOptions.builder().account("test").time(Optional.of(time)).build();
    }

    private void sync() {
        time.advance(Duration.ofMinutes(1));
        CallSync.create(world, store, options()).run();
    }

    private VerificationReport verify(CallQuery query) {
        SyncSource source = CallSync.create(world, store, options()).source();
        return CallVerification.of(world, query, LISBON).against(store, source, differences::add);
    }

    private static Instant hoursAgo(int hours) {
        return NOON.minus(Duration.ofHours(hours));
    }
}
