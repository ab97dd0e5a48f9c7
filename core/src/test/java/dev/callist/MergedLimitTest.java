package dev.callist;

import static dev.callist.Calls.call;
import static dev.callist.MergedLists.drain;
import static dev.callist.MergedLists.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    void asksForNoPageThatTheLimitDoesNotNeed(int limit, int ofOne, int ofTwo) {
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
        one.on("", () -> page(List.of(call("a1", 1), call("a1", 1), call("a4", 4)), List.of(row), 2, true));
        two.on("", () -> page(List.of(call("b2", 2), call("b9", 90)), List.of(), 1, false));
        CallIterator walk = both.list(CallQuery.builder()
                        .createdFrom(Calls.NOON.minusSeconds(60))
                        .build())
                .iterator();

        assertThat(drain(walk)).containsExactly("a1", "b2", "a4");
        assertThat(walk.report())
                .isEqualTo(new ListingReport(
                        2,
                        3,
                        1,
                        1,
                        1,
                        3,
                        Duration.ofSeconds(3),
                        true,
                        true,
                        Optional.of(EndReason.END_OF_LIST),
                        Completeness.INCOMPLETE));
    }

    @Test
    void cannotTellWhenOneOfThemCannot() {
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
    void refusesSettingsThatMeanNothingAndIsNotChangedByOthers() {
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

    private static CallPage page(List<Call> calls, List<RejectedRow> rejected, int retries, boolean drifted) {
        return new CallPage(
                calls,
                Optional.empty(),
                OptionalLong.empty(),
                rejected,
                retries,
                Duration.ofSeconds(retries),
                drifted,
                false,
                Optional.empty());
    }
}
