package dev.callist.internal.merge;

import static dev.callist.Calls.call;
import static dev.callist.internal.merge.MergedLists.drain;
import static dev.callist.internal.merge.MergedLists.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListers;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Calls;
import dev.callist.Cursor;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.MergedCalls;
import dev.callist.RejectedRow;
import dev.callist.ScriptedLister;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings and the report of a merged walk. */
class MergedLimitTest {
    private final ScriptedLister one = ScriptedLister.named("one")
            .page("", "1", call("a1", 1), call("a3", 3))
            .page("1", "2", call("a5", 5), call("a7", 7))
            .page("2", "", call("a9", 9));
    private final ScriptedLister two = ScriptedLister.named("two")
            .page("", "1", call("b2", 2), call("b8", 8))
            .page("1", "", call("b9", 10));
    private final MergedCalls both = CallListers.merged(one, two);

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 1", "2, 1, 1", "3, 1, 1", "4, 2, 1", "5, 2, 1", "6, 3, 1", "7, 3, 2", "8, 3, 2"})
    void requestsNoPageThatTheLimitDoesNotNeed(int limit, int ofOne, int ofTwo) {
        CallIterator walk = both.list(CallQuery.all()).readAhead(0).limit(limit).iterator();

        assertThat(drain(walk)).isEqualTo(drain(both).subList(0, limit));
        assertThat(walk.report().endReason()).contains(EndReason.LIMIT);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(one.asked()).hasSize(ofOne + 3);
        assertThat(two.asked()).hasSize(ofTwo + 2);
    }

    @Test
    void readsAheadNoFurtherThanTheLimitReaches() {
        assertThat(take(both.list(CallQuery.all()).readAhead(9).limit(2).iterator(), 2))
                .containsExactly("a1", "b2");
        assertThat(one.asked()).containsExactly("");
        assertThat(two.asked()).containsExactly("");
    }

    @Test
    void sumsTheReportsOfTheListers() {
        RejectedRow row = new RejectedRow(1, "no id", "{}");
        one.on("", () -> page(List.of(call("a1", 1), call("a1", 1), call("a4", 4)), List.of(row), 2));
        two.on("", () -> page(List.of(call("b2", 2), call("b9", 90)), List.of(), 1));
        CallIterator walk = both.list(CallQuery.builder()
                        .createdFrom(Calls.NOON.minusSeconds(60))
                        .build())
                .iterator();

        assertThat(drain(walk)).containsExactly("a1", "b2", "a4");
        assertThat(walk.report())
                .isEqualTo(ListingReport.builder()
                        .pages(2)
                        .calls(3)
                        .duplicates(1)
                        .rejected(1)
                        .filteredHere(1)
                        .retries(3)
                        .waited(Duration.ofSeconds(3))
                        .ordered(true)
                        .drifted(false)
                        .endReason(EndReason.END_OF_LIST)
                        .addDoubts(ListingReport.Doubt.REJECTED_ROW)
                        .build());
    }

    @Test
    void reportsDriftAndRowsOutOfOrderOfAnyList() {
        one.rows(0, 3, true, call("a1", 1), call("a2", 2), call("a3", 3))
                .rows(2, 3, false, call("a2", 2), call("a3", 3), call("a4", 4))
                .on("row:0+3", () -> one.fetch(CallQuery.all(), Cursor.FIRST));
        two.page("", "", call("b2", 2), call("b1", 1));
        CallIterator walk = both.list(CallQuery.builder().pageSize(3).build()).iterator();

        assertThat(drain(walk)).containsExactlyInAnyOrder("a1", "a2", "a3", "a4", "b1", "b2");
        assertThat(walk.report().drifted()).isTrue();
        assertThat(walk.report().ordered()).isFalse();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void isUnknownWhenOneListIs() {
        one.page("", "", call("a1").addProblems("duration").build());
        two.page("", "");
        CallIterator walk = both.list(
                        CallQuery.builder().minDuration(Duration.ofSeconds(1)).build())
                .iterator();

        assertThat(drain(walk)).isEmpty();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.UNKNOWN);
    }

    @Test
    void isIncompleteUntilItHasEnded() {
        CallIterator walk = both.list(CallQuery.all()).iterator();
        assertThat(walk.report().pages()).isZero();
        walk.next();

        assertThat(walk.report().calls()).isEqualTo(1);
        assertThat(walk.report().endReason()).isEmpty();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void refusesImpossibleSettingsAndIsNotChangedByOthers() {
        CallListing listing = both.list(CallQuery.all());

        assertThat(catchThrowableOfType(CallListException.class, () -> listing.limit(-1))
                        .kind())
                .isEqualTo(Kind.INVALID_CONFIG);
        listing.limit(1);
        assertThat(drain(listing.concurrency(3)
                        .readAhead(2)
                        .deadline(Duration.ofDays(1))
                        .iterator()))
                .hasSize(8);
    }

    private static CallPage page(List<Call> calls, List<RejectedRow> rejected, int retries) {
        return CallPage.builder()
                .calls(calls)
                .rejected(rejected)
                .retries(retries)
                .waited(Duration.ofSeconds(retries))
                .build();
    }
}
