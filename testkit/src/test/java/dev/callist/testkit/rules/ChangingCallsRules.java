package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.Money;
import dev.callist.testkit.ChangingCalls;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.contract.ContractFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A list whose calls change over time: what is handed over is what is listed at that moment. */
public interface ChangingCallsRules extends ProviderUnderTest {
    Instant START = Instant.parse("2026-03-01T00:00:00Z");
    Duration INTERVAL = Duration.ofMinutes(20);

    /** Starts a sandbox of the provider whose calls change over time. */
    Sandbox changingSandbox(ChangingCalls calls, ManualTime time);

    /** The price that the provider shows of a call; none unless it shows prices. */
    default Optional<Money> shownPrice(SandboxCall call) {
        return Optional.empty();
    }

    @Test
    default void listsTheSameBytesForTheSameSeedAndTime() {
        List<String> rows = rowsAfterTwoDays(7);
        assertThat(rows).hasSizeGreaterThan(100).isEqualTo(rowsAfterTwoDays(7));
        assertThat(rows).doesNotContainAnyElementsOf(rowsAfterTwoDays(8));
    }

    @Test
    default void handsOverWhatIsListedAtEachMoment() {
        ManualTime time = ManualTime.startingAt(START);
        ChangingCalls calls = ChangingCalls.of(7, START, INTERVAL);
        try (ContractFixture fixture = fixture(calls, time)) {
            for (int i = 0; i < 25; i++) {
                try (CallIterator walk = fixture.lister().list(pagesOf(50)).iterator()) {
                    List<Call> listed = new ArrayList<>();
                    walk.forEachRemaining(listed::add);
                    expectEqual(listed, fixture.sandbox(), calls.at(time.now()));
                    assertThat(walk.report().doubts()).isEmpty();
                    assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
                }
                time.advance(Duration.ofMinutes(499));
            }
        }
    }

    @Test
    default void losesNoCallThatIsListedThroughoutAWalk() {
        for (int seed = 0; seed < 10; seed++) {
            ManualTime time = ManualTime.startingAt(START);
            ChangingCalls calls = ChangingCalls.of(seed, START, INTERVAL);
            try (ContractFixture fixture = fixture(calls, time)) {
                time.advance(Duration.ofDays(2));
                Set<String> throughout = listedIds(fixture.sandbox(), calls, time.now());
                Set<String> found = new HashSet<>();
                try (CallIterator walk =
                        fixture.lister().list(pagesOf(10)).readAhead(0).iterator()) {
                    while (walk.hasNext()) {
                        found.add(walk.next().id());
                        time.advance(Duration.ofMinutes(3));
                    }
                    ListingReport report = walk.report();
                    throughout.retainAll(listedIds(fixture.sandbox(), calls, time.now()));
                    assertThat(throughout).hasSizeGreaterThan(100);
                    assertThat(found)
                            .as("seed %d, %s, %s", seed, report.completeness(), report.doubts())
                            .containsAll(throughout);
                }
            }
        }
    }

    private ContractFixture fixture(ChangingCalls calls, ManualTime time) {
        Sandbox sandbox = changingSandbox(calls, time);
        ClientOptions options =
                ContractFixture.quick().time(time).keepRawJson(true).build();
        return new ContractFixture(sandbox, lister(sandbox.url(), secret(), options));
    }

    private List<String> rowsAfterTwoDays(long seed) {
        ManualTime time = ManualTime.startingAt(START);
        try (ContractFixture fixture = fixture(ChangingCalls.of(seed, START, INTERVAL), time)) {
            time.advance(Duration.ofDays(2));
            return fixture.lister().list(pagesOf(50)).stream()
                    .map(call -> call.rawJson().orElseThrow())
                    .toList();
        }
    }

    private static Set<String> listedIds(Sandbox sandbox, ChangingCalls calls, Instant time) {
        return calls.at(time).stream().map(call -> sandbox.id(call.index())).collect(Collectors.toSet());
    }

    /**
     * Compares what all providers show: the order, the end, the duration; the status and the price, where they are
     * shown.
     */
    private void expectEqual(List<Call> listed, Sandbox sandbox, List<SandboxCall> expected) {
        assertThat(ids(listed))
                .isEqualTo(
                        expected.stream().map(call -> sandbox.id(call.index())).toList());
        for (int i = 0; i < listed.size(); i++) {
            Call call = listed.get(i);
            SandboxCall truth = expected.get(i);
            boolean hasStatus =
                    call.status() != CallStatus.UNKNOWN || call.providerStatus().isPresent();
            if (hasStatus) {
                assertThat(call.status().isFinal()).isEqualTo(truth.status().isFinal());
                assertThat(call.status() == CallStatus.COMPLETED).isEqualTo(truth.status() == CallStatus.COMPLETED);
            }
            if (truth.duration().isPresent()) {
                assertThat(call.duration()).isEqualTo(truth.duration());
            }
            assertThat(call.price()).isEqualTo(shownPrice(truth));
        }
    }
}
