package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListers;
import dev.callist.CallListing;
import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ResumePoint;
import dev.callist.testkit.Deviation;
import dev.callist.testkit.Fault;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxAccess;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.contract.ContractFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that is too large for the server is asked for again with fewer rows. */
public interface PageSizeRules extends ProviderUnderTest {
    /** A server that fails is retried first; one that names the parameter is not. */
    @Test
    default void asksForFewerRowsWhereTheServerFailsOnMany() {
        for (int status : new int[] {500, 504, 400, 422}) {
            try (ContractFixture fixture = fixture(700)) {
                fixture.sandbox().deviating(Deviation.pagesFailAbove(100, status));
                ListingReport report = assertAll(fixture, fixture.lister().list(pagesOf(400)));
                assertThat(report.reducedPageSize()).hasValue(100);
                int first = status < 500 ? 1 : 5;
                assertThat(report.retries()).isEqualTo(first + 1);
                assertThat(sizes(fixture.sandbox()))
                        .as("%d", status)
                        .startsWith(
                                Stream.concat(Stream.of(400, 400, 400, 400, 400).limit(first), Stream.of(200, 100))
                                        .toArray(Integer[]::new));
                assertThat(sizes(fixture.sandbox())
                                .subList(first + 1, sizes(fixture.sandbox()).size()))
                        .allMatch(size -> size <= 100);
            }
        }
    }

    @Test
    default void asksForFewerRowsAtAnyPlaceOfAList() {
        List<String> expected;
        try (ContractFixture fixture = fixture(900)) {
            expected = ids(fixture.lister().list(splittable(230)));
        }
        for (int from : new int[] {2, 3}) {
            for (int readAhead : new int[] {0, 1, 3}) {
                for (int concurrency : new int[] {1, 4}) {
                    try (ContractFixture fixture = fixture(900)) {
                        fixture.sandbox()
                                .always(failing(
                                        request -> request.number() >= from && size(fixture.sandbox(), request) > 110));
                        CallListing listing = fixture.lister()
                                .list(splittable(230))
                                .readAhead(readAhead)
                                .concurrency(concurrency);
                        assertComplete(listing, expected);
                    }
                }
            }
        }
    }

    @Test
    default void asksForFewerRowsWhereTheServerIsSilentOnMany() {
        ClientOptions options = ContractFixture.quick()
                .maxAttempts(2)
                .readTimeout(SHORT.multipliedBy(3))
                .build();
        try (ContractFixture fixture = fixture(300, options)) {
            fixture.sandbox().always(RigFaults.of("silent on many", exchange -> {
                if (size(fixture.sandbox(), exchange.request()) > 100) {
                    exchange.pauseForGood();
                }
                return exchange.correctResponse();
            }));
            ListingReport report = assertAll(fixture, fixture.lister().list(pagesOf(200)));
            assertThat(report.reducedPageSize()).hasValue(100);
            assertThat(sizes(fixture.sandbox())).startsWith(200, 200, 100);
        }
    }

    @Test
    default void asksForFewerRowsWhereAPageExceedsALimit() {
        try (ContractFixture fixture =
                fixture(300, ContractFixture.quick().maxRows(120).build())) {
            assertAll(fixture, fixture.lister().list(pagesOf(400)).readAhead(0));
            assertThat(sizes(fixture.sandbox())).startsWith(400, 200, 100);
        }
    }

    @Test
    default void reportsSmallerPagesAlsoInAMergedListAndKeepsThemAfterAResume() {
        List<Integer> heard = new ArrayList<>();
        ClientOptions options = ContractFixture.quick()
                .listener(new ListingListener() {
                    @Override
                    public void pageSizeReduced(String provider, int page, int rows) {
                        heard.add(rows);
                    }
                })
                .build();
        try (ContractFixture fixture = fixture(300, options)) {
            fixture.sandbox().deviating(Deviation.pagesFailAbove(100, 500));
            ListingReport report =
                    assertAll(fixture, CallListers.merged(fixture.lister()).list(pagesOf(200)));
            assertThat(report.reducedPageSize()).hasValue(100);
            assertThat(heard).containsExactly(100);
            CallIterator walk = fixture.lister().list(pagesOf(200)).iterator();
            take(walk, 150);
            ResumePoint point = ResumePoint.parse(walk.resumePoint().toString());
            walk.close();
            int before = sizes(fixture.sandbox()).size();
            assertThat(ids(fixture.lister().resume(pagesOf(200), point))).isEqualTo(ids(fixture.sandbox(), 150, 300));
            assertThat(sizes(fixture.sandbox())
                            .subList(before, sizes(fixture.sandbox()).size()))
                    .allMatch(size -> size <= 100);
        }
    }

    /** Each smaller size is tried once, and the size is not to blame if none helps. */
    @Test
    default void asksAServerThatIsDownOnlyAFewTimesMore() {
        try (ContractFixture fixture = fixture(300);
                CallIterator walk =
                        fixture.lister().list(pagesOf(400)).readAhead(0).iterator()) {
            fixture.sandbox().always(Fault.status(503));
            CallListException e = catchThrowableOfType(CallListException.class, walk::hasNext);
            assertThat(e.kind()).isEqualTo(Kind.SERVER_ERROR);
            assertThat(e.failure().attempts()).isEqualTo(5);
            assertThat(sizes(fixture.sandbox())).containsExactly(400, 400, 400, 400, 400, 200, 100, 50);
            fixture.sandbox().heal();
            assertThat(take(walk, 300)).isEqualTo(ids(fixture.sandbox(), 0, 300));
            assertThat(sizes(fixture.sandbox()).get(8)).isEqualTo(400);
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().reducedPageSize()).isEmpty();
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    default void asksForNoFewerRowsAfterOtherFailures() {
        Fault[] others = {
            Fault.status(400),
            Fault.status(401),
            Fault.status(403),
            Fault.status(404),
            Fault.status(413),
            Fault.status(503).withHeader("Retry-After", "3"),
            Fault.body("<html>", "text/html"),
            Fault.dropped()
        };
        for (Fault other : others) {
            try (ContractFixture fixture = fixture(300)) {
                fixture.sandbox().always(other);
                failure(fixture.lister().list(pagesOf(400)).readAhead(0));
                assertThat(sizes(fixture.sandbox()))
                        .as("%s", other)
                        .containsOnly(400)
                        .hasSizeLessThanOrEqualTo(7);
            }
        }
        try (ContractFixture fixture = fixture(300)) {
            fixture.sandbox().always(Fault.status(500));
            failure(fixture.lister().list(pagesOf(50)).readAhead(0));
            assertThat(sizes(fixture.sandbox())).containsExactly(50, 50, 50, 50, 50);
        }
    }

    @Test
    default void asksForNoFewerRowsWhenTheRetryBudgetIsSpent() {
        try (ContractFixture fixture =
                fixture(300, ContractFixture.quick().retryBudget(10).build())) {
            fixture.sandbox().always(Fault.status(500));
            failure(fixture.lister().list(pagesOf(400)).readAhead(0));
            assertThat(sizes(fixture.sandbox())).containsExactly(400, 400, 400);
        }
    }

    /** A smaller page is throttled, and its connection breaks: that is no reason to make it smaller still. */
    @Test
    default void retriesASmallerPageAfterOtherFailures() {
        try (ContractFixture fixture = fixture(300)) {
            fixture.sandbox()
                    .deviating(Deviation.pagesFailAbove(200, 500))
                    .on(6, Fault.status(429))
                    .on(7, Fault.dropped());
            ListingReport report = assertAll(fixture, fixture.lister().list(pagesOf(400)));
            assertThat(report.reducedPageSize()).hasValue(200);
        }
    }

    /** A server may bind a position to the page size: the walk then continues by time, or fails and loses nothing. */
    @Test
    default void losesNothingWhereAPlaceIsBoundToItsPageSize() {
        try (ContractFixture fixture = fixture(500);
                CallIterator walk =
                        fixture.lister().list(pagesOf(200)).readAhead(0).iterator()) {
            fixture.sandbox().always(RigFaults.of("bound", exchange -> {
                SandboxRequest request = exchange.request();
                if (isLater(fixture.sandbox(), request) && size(fixture.sandbox(), request) < 200) {
                    return exchange.error(400);
                }
                return request.number() > 1 && size(fixture.sandbox(), request) > 100
                        ? exchange.error(500)
                        : exchange.correctResponse();
            }));
            List<String> handedOver = new ArrayList<>();
            CallListException e = catchThrowableOfType(
                    CallListException.class, () -> walk.forEachRemaining(call -> handedOver.add(call.id())));
            assertThat(e == null || e.kind() == Kind.SERVER_ERROR || e.kind() == Kind.CURSOR_EXPIRED)
                    .as("%s", e)
                    .isTrue();
            fixture.sandbox().heal();
            walk.forEachRemaining(call -> handedOver.add(call.id()));
            assertThat(handedOver).isEqualTo(ids(fixture.sandbox(), 0, 500));
        }
    }

    private static ListingReport assertAll(ContractFixture fixture, CallListing listing) {
        return assertComplete(
                listing, ids(fixture.sandbox(), 0, fixture.sandbox().calls()));
    }

    private static ListingReport assertComplete(CallListing listing, List<String> expected) {
        try (CallIterator walk = listing.iterator()) {
            List<String> handedOver = new ArrayList<>();
            walk.forEachRemaining(call -> handedOver.add(call.id()));
            assertThat(handedOver).as("%s", walk.report()).isEqualTo(expected);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            return walk.report();
        }
    }

    private static Fault failing(Predicate<SandboxRequest> condition) {
        return RigFaults.of(
                "fails on many",
                exchange -> condition.test(exchange.request())
                        ? exchange.error(500).setHeader("Connection", "close")
                        : exchange.correctResponse());
    }

    /** Whether a request names another page than the first: number 1 or row 0. */
    private static boolean isLater(Sandbox sandbox, SandboxRequest request) {
        return SandboxAccess.fields(sandbox).places().stream()
                .flatMap(name -> request.queryParameters(name).stream())
                .anyMatch(place -> !Set.of("0", "1").contains(place));
    }

    private static List<Integer> sizes(Sandbox sandbox) {
        return sandbox.requests().stream()
                .map(request -> size(sandbox, request))
                .toList();
    }

    private static int size(Sandbox sandbox, SandboxRequest request) {
        return Integer.parseInt(
                request.queryParameter(SandboxAccess.fields(sandbox).limit()).orElseThrow());
    }
}
