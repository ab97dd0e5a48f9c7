package dev.callist.testkit.transport;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.started;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListing;
import dev.callist.ClientOptions;
import dev.callist.testkit.Fault;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.contract.ListerUnderTest;
import dev.callist.testkit.rules.ProviderUnderTest;
import dev.callist.testkit.rules.ResourceWatch;
import java.util.List;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Walks behave the same over HTTP/2: they survive ended streams and connections, and end only their own. */
@Timeout(60)
interface Http2Rules extends ProviderUnderTest {
    /** The codes with which servers end streams: INTERNAL_ERROR, REFUSED_STREAM, CANCEL. */
    List<Integer> ERROR_CODES = List.of(2, 7, 8);

    SocketEffect REFUSED = new SocketEffect.CloseStream(7);

    @Test
    default void walksOverOneConnectionOfHttp2() {
        try (SecureTrial secure = secure(25)) {
            assertThat(ids(secure.listing())).isEqualTo(secure.ids());
            assertThat(secure.front().connections()).isEqualTo(1);
            assertThat(secure.fixture().sandbox().requestCount()).isGreaterThan(2);
        }
    }

    @Test
    default void losesNothingWhenStreamsEnd() {
        try (SecureTrial secure = secure(25)) {
            for (int code : ERROR_CODES) {
                SocketEffect end = new SocketEffect.CloseStream(code);
                survives(secure, RigFaults.of("stream cut", exchange -> exchange.correctResponse()
                        .onResponseBody(end)));
            }
            for (int code : ERROR_CODES) {
                survives(secure, new SocketEffect.CloseStream(code));
            }
        }
    }

    @Test
    default void losesNothingWhenConnectionsEnd() {
        try (SecureTrial secure = secure(25)) {
            survives(secure, RigFaults.of("GOAWAY", exchange -> exchange.correctResponse()
                    .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)));
            survives(secure, Fault.cutInBody());
            survives(secure, new SocketEffect.CloseSocket());
        }
    }

    @Test
    default void givesUpWhenEveryStreamIsRefused() {
        try (SecureTrial secure = secure(5)) {
            secure.front().refuse(REFUSED, 100);
            CallListException e = failure(secure.listing());
            assertThat(e.kind()).isEqualTo(Kind.NETWORK);
            assertThat(e.failure().attempts()).isEqualTo(5);
            assertThat(secure.front().refusalsLeft()).isBetween(80, 95);
            secure.left().awaitRest();
        }
    }

    /** The second request is answered once the third has arrived, so that both are under way together. */
    @Test
    default void asksForSeveralPagesAtOnceOnOneConnection() {
        try (SecureTrial secure = secure(60)) {
            secure.fixture().sandbox().on(2, RigFaults.of("held", exchange -> {
                secure.fixture().awaitRequests(canBeSplit() ? 3 : 2);
                return exchange.correctResponse();
            }));
            CallListing listing = secure.fixture().lister().list(splittable(7));
            assertThat(ids(listing.concurrency(4))).isEqualTo(ids(listing)).isNotEmpty();
            assertThat(secure.front().connections()).isEqualTo(1);
            secure.left().awaitRest();
        }
    }

    @Test
    default void leavesNoStreamOpenBehindAWalkThatIsClosed() throws InterruptedException {
        for (Fault fault : List.of(Fault.silent(), Fault.trickling())) {
            try (SecureTrial secure = secure(25)) {
                secure.fixture().sandbox().on(2, fault);
                CallIterator walk = secure.listing().iterator();
                take(walk, 1);
                secure.fixture().awaitRequests(2);
                walk.close();
                secure.left().awaitRest();
                assertThat(ids(secure.listing())).isEqualTo(secure.ids());
                assertThat(secure.front().connections()).isEqualTo(1);
            }
        }
    }

    /**
     * OkHttp alone would hold the connection for ever, because it accepts the response to a request that it failed to
     * send.
     */
    @Test
    default void leavesNoStreamOpenThatIsCancelledWhileItIsSent() {
        LateSocketFactory sockets = new LateSocketFactory();
        try (SecureTrial secure =
                secure(25, TestCertificates.trusting().socketFactory(sockets).build())) {
            secure.fixture().sandbox().on(1, RigFaults.of("first", exchange -> {
                sockets.holdNext();
                return exchange.correctResponse();
            }));
            CallIterator walk = secure.listing().iterator();
            take(walk, 1);
            ResourceWatch.await(sockets::isAnswered, secure);
            walk.close();
            Dispatcher requests = secure.left().client().dispatcher();
            ResourceWatch.await(() -> requests.runningCalls().stream().allMatch(Call::isCanceled), secure);
            sockets.release();
            secure.left().awaitRest();
            assertThat(ids(secure.listing())).isEqualTo(secure.ids());
            assertThat(secure.front().connections()).isEqualTo(1);
        }
    }

    @Test
    default void leavesNoStreamOpenBehindAListerThatIsClosed() throws InterruptedException {
        try (SecureTrial secure = secure(5)) {
            secure.fixture().sandbox().always(Fault.silent());
            Thread reader =
                    started(() -> assertThat(failure(secure.listing()).kind()).isEqualTo(Kind.CLOSED));
            secure.fixture().awaitRequests(1);
            secure.fixture().lister().close();
            reader.join();
            secure.left().awaitRest();
            secure.left().awaitNoThreads();
        }
    }

    private static void survives(SecureTrial secure, Fault fault) {
        for (int request : new int[] {1, 2}) {
            secure.fixture().sandbox().on(secure.fixture().sandbox().requestCount() + request, fault);
            assertThat(ids(secure.listing()))
                    .as("%s on request %s", fault, request)
                    .isEqualTo(secure.ids());
            secure.left().awaitRest();
        }
    }

    private static void survives(SecureTrial secure, SocketEffect end) {
        for (int before : new int[] {0, 10}) {
            try (CallIterator walk = secure.listing().readAhead(0).iterator()) {
                List<String> ids = take(walk, before);
                secure.front().refuse(end, 1);
                walk.forEachRemaining(call -> ids.add(call.id()));
                assertThat(ids).as("%s after %s calls", end, before).isEqualTo(secure.ids());
                assertThat(secure.front().refusalsLeft()).isZero();
                secure.left().awaitRest();
            }
        }
    }

    private SecureTrial secure(int calls) {
        return secure(calls, TestCertificates.trusting().build());
    }

    private SecureTrial secure(int calls, OkHttpClient client) {
        ResourceWatch left = new ResourceWatch(client);
        Sandbox sandbox = sandbox(calls);
        TlsFront front = TlsFront.of(sandbox, TestCertificates.GOOD, List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
        ClientOptions options =
                ContractFixture.quick().httpClient(left.client()).build();
        return new SecureTrial(new ContractFixture(sandbox, lister(front.url(), secret(), options)), front, left);
    }

    /** A sandbox reached over HTTP/2, a lister for it, and the resources that the lister uses. */
    record SecureTrial(ContractFixture fixture, TlsFront front, ResourceWatch left) implements AutoCloseable {
        CallListing listing() {
            return fixture.lister().list(pagesOf(10));
        }

        List<String> ids() {
            return ListerUnderTest.ids(fixture.sandbox(), 0, fixture.sandbox().calls());
        }

        @Override
        public void close() {
            fixture.close();
            front.close();
        }
    }
}
