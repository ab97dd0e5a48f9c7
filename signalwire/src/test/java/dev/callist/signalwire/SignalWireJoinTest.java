package dev.callist.signalwire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListers;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.MergedCalls;
import dev.callist.ResumePoint;
import dev.callist.testkit.SignalWireLogsSandbox;
import dev.callist.testkit.SignalWireSandbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The compatibility list and the voice log of one project as one list: LaML calls are in both, under different ids. */
class SignalWireJoinTest {
    private static final int CALLS = 60;

    private final SignalWireSandbox compatibility = SignalWireSandbox.start(CALLS);
    private final SignalWireLogsSandbox log = SignalWireLogsSandbox.start(CALLS);
    private final SignalWireCalls calls = SignalWireCalls.create(SignalWireConfig.builder()
            .projectId(SignalWireSandbox.PROJECT_ID)
            .apiToken(SignalWireSandbox.API_TOKEN)
            .baseUrl(compatibility.url())
            .build());
    private final SignalWireLogs logs = SignalWireLogs.create(SignalWireConfig.builder()
            .projectId(SignalWireSandbox.PROJECT_ID)
            .apiToken(SignalWireSandbox.API_TOKEN)
            .baseUrl(log.url())
            .build());
    private final MergedCalls merged = CallListers.merged(calls, logs);

    @AfterEach
    void stop() {
        merged.close();
        compatibility.close();
        log.close();
    }

    private static boolean isLaml(Call call) {
        return call.as(SignalWireLogEntry.class)
                .flatMap(SignalWireLogEntry::sid)
                .isPresent();
    }

    /** The sid of a LaML call, else the entry's id. */
    private static String identity(Call call) {
        return call.as(SignalWireLogEntry.class)
                .flatMap(SignalWireLogEntry::sid)
                .orElse(call.id());
    }

    private Set<String> expected() {
        Set<String> expected = new HashSet<>();
        IntStream.range(0, CALLS).forEach(index -> expected.add(compatibility.id(index)));
        logs.list(CallQuery.all()).stream().filter(call -> !isLaml(call)).forEach(call -> expected.add(call.id()));
        return expected;
    }

    private static List<String> identities(Iterable<Call> listed) {
        List<String> identities = new ArrayList<>();
        listed.forEach(call -> identities.add(identity(call)));
        return identities;
    }

    @Test
    void listsACallOfBothListsOnce() {
        Set<String> expected = expected();
        for (int size : new int[] {7, 50, 1000}) {
            try (CallIterator walk =
                    merged.list(CallQuery.builder().pageSize(size).build()).iterator()) {
                List<String> listed = new ArrayList<>();
                walk.forEachRemaining(call -> listed.add(identity(call)));
                ListingReport report = walk.report();
                assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
                assertThat(report.calls()).isEqualTo(expected.size());
                assertThat(report.duplicates()).isEqualTo(2L * CALLS - expected.size());
                assertThat(report.completeness()).isEqualTo(Completeness.COMPLETE);
                assertThat(report.ordered()).isTrue();
            }
        }
    }

    /** The compatibility list has whole seconds, so within a second the two lists may run apart. */
    @Test
    void prefersTheCompatibilityListWhereBothAreEquallyFar() {
        List<Instant> seconds = calls.list(CallQuery.all()).stream()
                .flatMap(call -> call.createdAt().stream())
                .toList();
        List<Call> laml = merged.list(CallQuery.all()).stream()
                .filter(SignalWireJoinTest::isLaml)
                .toList();

        assertThat(laml).hasSizeLessThan(CALLS / 10).allSatisfy(call -> {
            Instant second = call.createdAt().orElseThrow().truncatedTo(ChronoUnit.SECONDS);
            assertThat(seconds).filteredOn(second::equals).hasSizeGreaterThan(1);
        });
    }

    @Test
    void repeatsNoCallAfterAResumeAnywhere() {
        CallQuery query = CallQuery.builder().pageSize(9).build();
        List<String> all = identities(merged.list(query));
        try (CallIterator walk = merged.list(query).iterator()) {
            for (int handedOver = 0; handedOver <= all.size(); handedOver++) {
                ResumePoint point = ResumePoint.parse(walk.resumePoint().toString());
                assertThat(identities(merged.resume(query, point)))
                        .as("after %d", handedOver)
                        .isEqualTo(all.subList(handedOver, all.size()));
                if (walk.hasNext()) {
                    walk.next();
                }
            }
        }
    }

    @Test
    void handsOverAsManyCallsAsTheLimitAlsoAfterAResume() {
        CallQuery query = CallQuery.builder().pageSize(9).build();
        CallListing listing = merged.list(query);
        List<String> all = identities(listing);
        for (int limit : new int[] {1, 2, 10, 37}) {
            assertThat(identities(listing.limit(limit))).isEqualTo(all.subList(0, limit));
            try (CallIterator walk = listing.iterator()) {
                for (int i = 0; i < 30; i++) {
                    walk.next();
                }
                CallListing rest = merged.resume(query, walk.resumePoint()).limit(limit);
                assertThat(identities(rest)).isEqualTo(all.subList(30, 30 + limit));
            }
        }
    }

    @Test
    void listsEntriesThatTheCompatibilityListLacks() {
        try (SignalWireSandbox empty = SignalWireSandbox.start(0);
                SignalWireCalls none = SignalWireCalls.create(SignalWireConfig.builder()
                        .projectId(SignalWireSandbox.PROJECT_ID)
                        .apiToken(SignalWireSandbox.API_TOKEN)
                        .baseUrl(empty.url())
                        .build())) {
            assertThat(CallListers.merged(none, logs).list(CallQuery.all())).hasSize(CALLS);
        }
    }

    @Test
    void namesACallOfBothListsBySid() {
        List<Call> laml = logs.list(CallQuery.all()).stream()
                .filter(SignalWireJoinTest::isLaml)
                .toList();

        assertThat(laml).isNotEmpty().allSatisfy(call -> {
            Call elsewhere = logs.elsewhere(call).orElseThrow();
            assertThat(elsewhere.provider()).isEqualTo(SignalWireCalls.PROVIDER);
            assertThat(elsewhere.account()).isEqualTo(calls.find(elsewhere.id()).account());
            assertThat(elsewhere.id()).isNotEqualTo(call.id());
        });
    }
}
