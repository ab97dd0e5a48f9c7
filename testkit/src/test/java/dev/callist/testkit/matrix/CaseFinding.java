package dev.callist.testkit.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The result of a case, to be compared with the table. */
record CaseFinding(
        FaultCase each,
        FaultFreeWalk calm,
        List<Call> handedOver,
        Optional<CallListException> failure,
        int requests,
        ListingReport report,
        List<Duration> slept) {
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    /**
     * Checks everything.
     *
     * @param pages pages from the one that meets the fault to the end
     */
    void check(int pages) {
        ExpectedOutcome expected = each.expected();
        assertThat(failure.map(CallListException::kind)).as("%s", failure).isEqualTo(expected.kind());
        int others = expected.kind().isPresent() ? 0 : pages - 1;
        int times = each.always() && expected.kind().isEmpty() ? pages : 1;
        int calmOnes = times == 1 ? others : 0;
        assertThat(requests)
                .as("requests")
                .isBetween(calmOnes + times * expected.least(), calmOnes + times * expected.most());
        if (expected.kind().isEmpty()) {
            checkCalls(expected);
        }
        checkWaits(expected);
        expected.number("asks")
                .ifPresent(seconds ->
                        assertThat(failure.orElseThrow().failure().retryAfter()).contains(Duration.ofSeconds(seconds)));
    }

    private void checkCalls(ExpectedOutcome expected) {
        List<String> ids = handedOver.stream().map(Call::id).toList();
        if (expected.has("rejects")) {
            assertThat(calm.ids()).containsSubsequence(ids).hasSize(ids.size() + (int) report.rejected());
            assertThat(report.rejected()).isPositive();
            assertThat(report.completeness()).isEqualTo(Completeness.INCOMPLETE);
        } else {
            assertThat(ids).isEqualTo(calm.ids());
            assertThat(report.rejected()).isZero();
        }
        assertThat(handedOver.stream().anyMatch(call -> !call.problems().isEmpty()))
                .as("problems of fields")
                .isEqualTo(expected.has("problems"));
    }

    /** A wait that the server requests is honoured and hardly exceeded; other waits are the client's own, and short. */
    private void checkWaits(ExpectedOutcome expected) {
        Optional<Duration> asked = expected.number("waits").map(Duration::ofSeconds);
        assertThat(slept).allSatisfy(wait -> assertThat(wait)
                .isBetween(
                        asked.orElse(Duration.ofNanos(1)),
                        asked.map(wanted -> wanted.plus(wanted.dividedBy(10))).orElse(LONGEST_BACKOFF)));
        assertThat(asked.isEmpty() || !slept.isEmpty()).as("a wait").isTrue();
    }
}
