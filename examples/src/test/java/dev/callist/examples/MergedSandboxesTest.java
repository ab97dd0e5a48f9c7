package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.MergedCalls;
import dev.callist.ResumePoint;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.plivodialer.PlivoDialerCalls;
import dev.callist.plivodialer.PlivoDialerConfig;
import dev.callist.search.SearchCalls;
import dev.callist.search.SearchConfig;
import dev.callist.signalwire.SignalWireCalls;
import dev.callist.signalwire.SignalWireConfig;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.SignalWireSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Merges the lists of all four providers over HTTP. */
class MergedSandboxesTest {
    private static final int CALLS = 25;
    private static final ClientOptions ONE_ATTEMPT =
            ClientOptions.builder().maxAttempts(1).build();
    private static final CallQuery PAGES_OF_TEN =
            CallQuery.builder().pageSize(10).build();

    private final BirdSandbox bird = BirdSandbox.start(CALLS);
    private final SignalWireSandbox signalWire = SignalWireSandbox.start(CALLS);
    private final PlivoDialerSandbox dialer = PlivoDialerSandbox.start(CALLS);
    private final SearchSandbox search = SearchSandbox.start(CALLS);
    private final List<Sandbox> servers = List.of(bird, signalWire, dialer, search);
    private final MergedCalls all = CallListers.merged(
            birdCalls(bird),
            SignalWireCalls.create(SignalWireConfig.builder()
                    .baseUrl(signalWire.url())
                    .projectId(SignalWireSandbox.PROJECT_ID)
                    .apiToken(SignalWireSandbox.API_TOKEN)
                    .options(ONE_ATTEMPT)
                    .build()),
            PlivoDialerCalls.create(PlivoDialerConfig.builder()
                    .baseUrl(dialer.url())
                    .accessToken(PlivoDialerSandbox.ACCESS_TOKEN)
                    .options(ONE_ATTEMPT)
                    .build()),
            SearchCalls.create(SearchConfig.builder()
                    .baseUrl(search.url())
                    .apiKey(SearchSandbox.API_KEY)
                    .options(ONE_ATTEMPT)
                    .build()));

    @AfterEach
    void close() {
        all.close();
        servers.forEach(Sandbox::close);
    }

    @Test
    void listsAllCallsNewestFirst() {
        CallIterator walk = all.list(PAGES_OF_TEN).iterator();
        List<Call> calls = new ArrayList<>();
        walk.forEachRemaining(calls::add);

        assertThat(calls).hasSize(4 * CALLS).isSortedAccordingTo((one, two) -> two.createdAt()
                .orElseThrow()
                .compareTo(one.createdAt().orElseThrow()));
        assertThat(ids(calls, "bird")).isEqualTo(ids(bird));
        assertThat(ids(calls, "signalwire")).isEqualTo(ids(signalWire));
        assertThat(ids(calls, "plivo-dialer")).isEqualTo(ids(dialer));
        assertThat(ids(calls, "search")).isEqualTo(ids(search));
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(walk.report().ordered()).isTrue();
        assertThat(walk.report().pages())
                .isEqualTo(servers.stream().mapToInt(Sandbox::requestCount).sum());
    }

    @Test
    void resumesAfterAnyCall() {
        List<Call> expected = list(PAGES_OF_TEN);
        for (int taken = 0; taken <= expected.size(); taken += 3) {
            CallIterator walk = all.list(PAGES_OF_TEN).iterator();
            for (int i = 0; i < taken; i++) {
                walk.next();
            }
            String printed = walk.resumePoint().toString();
            walk.close();
            assertThat(all.resume(PAGES_OF_TEN, ResumePoint.parse(printed)))
                    .as("after %d", taken)
                    .containsExactlyElementsOf(expected.subList(taken, expected.size()));
        }
    }

    @Test
    void fetchesPagesWithoutAWalk() {
        List<Call> calls = new ArrayList<>();
        Cursor cursor = Cursor.FIRST;
        while (calls.size() < 4 * CALLS) {
            var page = all.fetch(PAGES_OF_TEN, cursor);
            calls.addAll(page.calls());
            cursor = page.next().orElse(cursor);
        }
        assertThat(calls).isEqualTo(list(PAGES_OF_TEN));
        assertThat(all.fetch(PAGES_OF_TEN, cursor).next()).isEmpty();
    }

    @Test
    void requestsOnePageFromEachProviderIfThatIsEnough() {
        CallIterator walk = all.list(PAGES_OF_TEN).limit(9).iterator();
        walk.forEachRemaining(call -> {});

        assertThat(walk.report().calls()).isEqualTo(9);
        assertThat(walk.report().endReason()).contains(EndReason.LIMIT);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(servers).allMatch(server -> server.requestCount() == 1);
    }

    @Test
    void appliesAFilterAlikeToAllProviders() {
        CallQuery completed =
                PAGES_OF_TEN.toBuilder().addStatuses(CallStatus.COMPLETED).build();

        assertThat(list(completed))
                .isEqualTo(list(PAGES_OF_TEN).stream()
                        .filter(call -> call.status() == CallStatus.COMPLETED)
                        .toList());
    }

    @Test
    void skipsAFailedProviderIfAskedTo() {
        search.on(2, Fault.status(401));
        List<String> failed = new ArrayList<>();
        MergedCalls skipping =
                all.skippingFailures((lister, failure) -> failed.add(lister.provider() + " " + failure.kind()));
        CallIterator walk = skipping.list(PAGES_OF_TEN).iterator();
        List<Call> calls = new ArrayList<>();
        walk.forEachRemaining(calls::add);

        assertThat(failed).containsExactly("search AUTHENTICATION");
        assertThat(calls).hasSize(3 * CALLS + 10);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(skipping.resume(PAGES_OF_TEN, walk.resumePoint()))
                .extracting(Call::id)
                .isEqualTo(ids(search).subList(10, CALLS));
    }

    @Test
    void closeEndsAWalkEvenIfOneServerIsSilent() throws InterruptedException {
        search.always(Fault.silent());
        CallIterator walk = all.list(PAGES_OF_TEN).iterator();
        List<Kind> failures = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            failures.add(
                    catchThrowableOfType(CallListException.class, walk::hasNext).kind());
            done.countDown();
        });
        waiting.start();
        while (search.requestCount() == 0) {
            Thread.onSpinWait();
        }
        all.close();
        done.await();

        assertThat(failures).containsExactly(Kind.CLOSED);
    }

    @Test
    void mergesTwoAccountsOfOneProvider() {
        try (BirdSandbox other = BirdSandbox.start(7);
                MergedCalls two = CallListers.merged(birdCalls(bird), birdCalls(other))) {
            assertThat(two.list(PAGES_OF_TEN)).hasSize(CALLS + 7);
            assertThat(other.requestCount()).isEqualTo(1);
        }
        assertThat(catchThrowableOfType(CallListException.class, () -> CallListers.merged(all, birdCalls(bird)))
                        .kind())
                .isEqualTo(Kind.INVALID_CONFIG);
    }

    private List<Call> list(CallQuery query) {
        List<Call> calls = new ArrayList<>();
        all.list(query).forEach(calls::add);
        return calls;
    }

    private static CallLister birdCalls(BirdSandbox server) {
        return BirdCalls.create(BirdConfig.builder()
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .accessKey(BirdSandbox.ACCESS_KEY)
                .baseUrl(server.url())
                .options(ONE_ATTEMPT)
                .build());
    }

    private static List<String> ids(List<Call> calls, String provider) {
        return calls.stream()
                .filter(call -> call.provider().equals(provider))
                .map(Call::id)
                .toList();
    }

    private static List<String> ids(Sandbox server) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            ids.add(server.id(i));
        }
        return ids;
    }
}
