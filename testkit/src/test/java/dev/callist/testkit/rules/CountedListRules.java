package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.ResumePoint;
import dev.callist.testkit.Fault;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.ShiftingSandbox;
import dev.callist.testkit.contract.ContractFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a counted list must do in addition, while calls arrive or vanish. The sandbox is a
 * {@link ShiftingSandbox}.
 */
public interface CountedListRules extends ProviderUnderTest {
    @Test
    default void losesNothingWhileCallsArrive() {
        for (int size : new int[] {1, 2, 3, 10}) {
            ListingReport report = walks(size, 0, list -> list.arriveOn(2, 1).arriveOn(3, 4));
            assertThat(report.drifted()).isTrue();
        }
    }

    @Test
    default void losesNothingWhenMoreCallsArriveThanAPageHas() {
        ListingReport report = walks(10, 0, list -> list.arriveOn(3, 37));
        assertThat(report.drifted()).isTrue();
    }

    @Test
    default void losesNothingWhileCallsVanish() {
        for (int size : new int[] {2, 3, 10}) {
            ListingReport report =
                    walks(size, 3, list -> list.vanishOn(2, 0).vanishOn(3, 1).vanishOn(3, 2));
            assertThat(report.drifted()).isTrue();
        }
    }

    @Test
    default void losesNothingWhenItsPositionVanishes() {
        ListingReport report = walks(10, 0, list -> list.vanishOn(2, 9));
        assertThat(report.calls()).isEqualTo(60);
        assertThat(report.drifted()).isTrue();
    }

    @Test
    default void losesNothingWhenEverythingItRemembersVanishes() {
        walks(10, 10, list -> IntStream.range(0, 10).forEach(index -> list.vanishOn(2, index)));
    }

    @Test
    default void losesNothingWhileCallsArriveAndVanish() {
        walks(7, 6, list -> list.arriveOn(2, 3).vanishOn(3, 5).arriveOn(4, 2).vanishOn(5, 0));
    }

    @Test
    default void reportsNoDriftInAListThatDoesNotChange() {
        assertThat(walks(10, 0, list -> {}).drifted()).isFalse();
    }

    @Test
    default void resumesWhereItStoppedAfterCallsHaveArrived() {
        try (ContractFixture fixture = fixture(40)) {
            ShiftingSandbox list = (ShiftingSandbox) fixture.sandbox();
            list.arriveOn(3, 55);
            CallIterator walk = fixture.lister().list(pagesOf(10)).readAhead(0).iterator();
            take(walk, 14);
            ResumePoint point = ResumePoint.parse(walk.resumePoint().toString());
            assertThat(ids(fixture.lister().resume(pagesOf(10), point))).isEqualTo(ids(list, 14, 40));
        }
    }

    @Test
    default void acceptsPagesSmallerThanRequested() {
        ListingReport report = walks(50, 0, list -> list.clampTo(20));
        assertThat(report.pages()).isLessThanOrEqualTo(6);
    }

    /** It stalls, or ends without a sign that it was read to its end. */
    @Test
    default void neverCallsAListCompleteThatIgnoresThePage() {
        try (ContractFixture fixture = fixture(60);
                CallIterator walk = fixture.lister().list(pagesOf(10)).iterator()) {
            ((ShiftingSandbox) fixture.sandbox()).ignorePlaces();
            CallListException e =
                    catchThrowableOfType(CallListException.class, () -> walk.forEachRemaining(call -> {}));
            assertThat(e == null || e.kind() == Kind.PAGINATION_STALLED).isTrue();
            assertThat(walk.report().completeness()).isNotEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    default void continuesAfterAPageThatIsEmptyByMistake() {
        try (ContractFixture fixture = fixture(40)) {
            fixture.sandbox().emptyPageOn(2);
            assertThat(ids(fixture.lister().list(pagesOf(10)))).isEqualTo(ids(fixture.sandbox(), 0, 40));
        }
    }

    @Test
    default void asksForHardlyMorePagesThanThereAre() {
        try (ContractFixture fixture = fixture(2345)) {
            assertThat(ids(fixture.lister().list(pagesOf(100)))).isEqualTo(ids(fixture.sandbox(), 0, 2345));
            assertThat(fixture.sandbox().requestCount()).isLessThanOrEqualTo(30);
        }
    }

    @Test
    default void readsToTheEndWithAnyTotal() {
        for (String total : List.of("", "null", "0", "-1", "10", "11", "60", "999999", "1e400", "'x'", "'60'", "{}")) {
            try (ContractFixture fixture = fixture(60)) {
                fixture.sandbox().always(RigFaults.edited(page -> page.total(total)));
                assertThat(ids(fixture.lister().list(pagesOf(10))))
                        .as("%s", total)
                        .isEqualTo(ids(fixture.sandbox(), 0, 60));
            }
        }
    }

    @Test
    default void readsToTheEndWhileTheTotalGrowsAndShrinks() {
        for (int step : new int[] {-9, -1, 1, 9}) {
            try (ContractFixture fixture = fixture(60)) {
                AtomicInteger total = new AtomicInteger(60);
                fixture.sandbox().always(RigFaults.edited(page -> page.total(Integer.toString(total.getAndAdd(step)))));
                assertThat(ids(fixture.lister().list(pagesOf(10))))
                        .as("%d", step)
                        .isEqualTo(ids(fixture.sandbox(), 0, 60));
            }
        }
    }

    @Test
    default void losesNothingInAListThatRunsOldestFirst() {
        losesNothingInAListThatRunsOtherwise(ShiftingSandbox::oldestFirst);
    }

    @Test
    default void losesNothingInAListWithoutOrder() {
        losesNothingInAListThatRunsOtherwise(ShiftingSandbox::scrambled);
    }

    private void losesNothingInAListThatRunsOtherwise(Consumer<ShiftingSandbox> order) {
        try (ContractFixture fixture = fixture(60)) {
            order.accept((ShiftingSandbox) fixture.sandbox());
            Instant middle = SandboxCall.at(30).createdAt();
            CallIterator walk = fixture.lister().list(pagesOf(10)).iterator();
            assertThat(take(walk, 60)).containsExactlyInAnyOrderElementsOf(ids(fixture.sandbox(), 0, 60));
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().ordered()).isFalse();
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            CallQuery newer = pagesOf(10).toBuilder().createdFrom(middle).build();
            assertThat(ids(fixture.lister().list(newer)))
                    .doesNotHaveDuplicates()
                    .containsAll(ids(fixture.sandbox(), 0, 30));
        }
    }

    @Test
    default void losesNothingWhenCallsLeaveTheFilteredList() {
        for (boolean trust : new boolean[] {true, false}) {
            try (ContractFixture fixture = fixture(
                    60, ContractFixture.quick().trustServerFilters(trust).build())) {
                List<Integer> outbound = IntStream.range(0, 60)
                        .filter(index -> SandboxCall.at(index).direction() == CallDirection.OUTBOUND)
                        .boxed()
                        .toList();
                ShiftingSandbox list = (ShiftingSandbox) fixture.sandbox();
                outbound.subList(0, 3).forEach(index -> list.vanishOn(2, index));
                CallQuery query = CallQuery.builder()
                        .direction(CallDirection.OUTBOUND)
                        .pageSize(5)
                        .build();
                assertThat(ids(fixture.lister().list(query).readAhead(0)))
                        .as("trust %s", trust)
                        .doesNotHaveDuplicates()
                        .containsSubsequence(outbound.stream()
                                .skip(3)
                                .map(fixture.sandbox()::id)
                                .toList());
            }
        }
    }

    /** In a list that runs oldest first, calls that arrive are at the end, where the walk reaches them. */
    @Test
    default void losesNoCallToAClockThatIsBehind() {
        Instant newest = SandboxCall.at(0).createdAt();
        for (Duration skew : List.of(Duration.ofHours(-1), Duration.ZERO, Duration.ofHours(1), Duration.ofDays(9999))) {
            ManualTime ours = ManualTime.startingAt(newest.plus(skew));
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    newest.minusSeconds(5).atOffset(ZoneOffset.UTC));
            try (ContractFixture fixture =
                            fixture(60, ContractFixture.quick().time(ours).build());
                    CallIterator walk = fixture.lister().list(pagesOf(10)).iterator()) {
                ((ShiftingSandbox) fixture.sandbox()).oldestFirst().arriveOn(2, 3);
                fixture.sandbox().always(Fault.none().withHeader("Date", date));
                assertThat(ids(() -> walk))
                        .as("%s", skew)
                        .doesNotHaveDuplicates()
                        .containsAll(ids(fixture.sandbox(), 0, 60));
                assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            }
        }
    }

    /** Three calls arrive at every request, and two, three or four vanish, all above the position of the walk. */
    @Test
    default void endsAListWhoseRowsShiftAtEveryRequest() {
        for (int vanishing : new int[] {2, 3, 4}) {
            try (ContractFixture fixture = fixture(60);
                    CallIterator walk =
                            fixture.lister().list(pagesOf(10)).readAhead(0).iterator()) {
                shiftAtEveryRequest((ShiftingSandbox) fixture.sandbox(), vanishing);
                assertThat(ids(() -> walk))
                        .as("%d vanish", vanishing)
                        .doesNotHaveDuplicates()
                        .containsSubsequence(ids(fixture.sandbox(), 0, 60));
                assertThat(walk.report().endReason()).contains(EndReason.END_OF_LIST);
                assertThat(walk.report().completeness()).isNotEqualTo(Completeness.INCOMPLETE);
                assertThat(fixture.sandbox().requestCount()).isLessThan(150);
            }
        }
    }

    private static void shiftAtEveryRequest(ShiftingSandbox list, int vanishing) {
        int arrived = 0;
        int gone = 0;
        for (int request = 2; request < 200; request++) {
            list.arriveOn(request, 3);
            for (int i = 0; i < Math.min(vanishing, 3); i++) {
                list.vanishOn(request + 1, 60 + arrived + i);
            }
            arrived += 3;
            if (vanishing > 3) {
                list.vanishOn(request, gone);
                gone++;
            }
        }
    }

    /**
     * Walks through 60 calls; the calls that were in the list all the time, below the first ones, are handed over once
     * and in order.
     */
    private ListingReport walks(int pageSize, int standFrom, Consumer<ShiftingSandbox> happens) {
        try (ContractFixture fixture = fixture(60);
                CallIterator walk =
                        fixture.lister().list(pagesOf(pageSize)).readAhead(0).iterator()) {
            happens.accept((ShiftingSandbox) fixture.sandbox());
            List<String> listed = ids(() -> walk);
            assertThat(listed)
                    .as("pages of %d", pageSize)
                    .doesNotHaveDuplicates()
                    .containsSubsequence(ids(fixture.sandbox(), standFrom, 60));
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            return walk.report();
        }
    }
}
