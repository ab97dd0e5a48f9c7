package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListers;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import dev.callist.ResumePoint;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.contract.ContractFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A row that has the id of another call but cannot be that call, such as the second leg of a transfer. */
public interface SharedIdRules extends ProviderUnderTest {
    /** The names of the provider's fields. */
    RowFields rowFields();

    @Test
    default void handsOverACallThatHasTheIdOfAnother() {
        changes().forEach((field, value) -> {
            for (int place : new int[] {4, 9, 10, 13, 24}) {
                for (int readAhead : new int[] {0, 3}) {
                    try (ContractFixture fixture = fixture(25)) {
                        List<String> expected = addSecondLeg(fixture, place, field, value);
                        CallListing listing = fixture.lister().list(pagesOf(10)).readAhead(readAhead);
                        assertShared(listing, expected);
                    }
                }
            }
        });
    }

    @Test
    default void handsOverACallThatHasTheIdOfAnotherInAMergedList() {
        try (ContractFixture fixture = fixture(25)) {
            List<String> expected =
                    addSecondLeg(fixture, 13, rowFields().duration().name(), "5555");
            assertShared(CallListers.merged(fixture.lister()).list(pagesOf(10)), expected);
        }
    }

    @Test
    default void resumesAfterCallsThatShareAnId() {
        for (int place : new int[] {4, 13}) {
            try (ContractFixture fixture = fixture(25)) {
                List<String> expected = addSecondLeg(fixture, place, rowFields().caller(), "'+15550199'");
                for (int stop = 0; stop <= 25; stop++) {
                    CallIterator walk =
                            fixture.lister().list(pagesOf(10)).readAhead(0).iterator();
                    take(walk, stop);
                    ResumePoint point = ResumePoint.parse(walk.resumePoint().toString());
                    walk.close();
                    assertThat(ids(fixture.lister().resume(pagesOf(10), point)))
                            .as("%d", stop)
                            .isEqualTo(expected.subList(stop, 25));
                }
            }
        }
    }

    private static void assertShared(CallListing listing, List<String> expected) {
        try (CallIterator walk = listing.iterator()) {
            assertThat(take(walk, 25)).isEqualTo(expected);
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().sharedIds()).isEqualTo(1);
            assertThat(walk.report().doubts()).containsExactly(Doubt.SHARED_ID);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.UNKNOWN);
        }
    }

    /** Other values of fields that do not change in the life of a call. */
    private Map<String, String> changes() {
        return Map.of(
                rowFields().created(), "1760000000",
                rowFields().duration().name(), "5555",
                rowFields().caller(), "'+15550199'");
    }

    /**
     * Replaces a call of the list by one with the id of an earlier call and one other field; returns the ids of the
     * list.
     */
    private List<String> addSecondLeg(ContractFixture fixture, int place, String field, String value) {
        int first = IntStream.range(0, 4)
                .filter(index -> SandboxCall.at(index).direction() == CallDirection.INBOUND
                        && SandboxCall.at(index).status() == CallStatus.COMPLETED)
                .findFirst()
                .orElseThrow();
        List<ObjectNode> legs = new ArrayList<>();
        fixture.sandbox()
                .on(1, RigFaults.edited(page -> legs.add(page.row(first).deepCopy())));
        fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
        RowFields.set(legs.get(0), field, PageEditor.json(value));
        List<String> ids = new ArrayList<>(ids(fixture.sandbox(), 0, 25));
        String replaced = ids.set(place, ids.get(first));
        fixture.sandbox().always(RigFaults.edited(page -> IntStream.range(
                        0, page.rows().size())
                .filter(row -> page.row(row).path(rowFields().id()).asText().equals(replaced))
                .forEach(row -> page.rows().set(row, legs.get(0)))));
        return ids;
    }
}
