package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.failure;
import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
import static dev.callist.testkit.ContractSubject.started;
import static dev.callist.testkit.ContractSubject.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListing;
import dev.callist.ClientOptions;
import java.util.List;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over HTTP/2 a walk is the same: streams and connections may end under it, and it ends none but its own. */
@Timeout(60)
interface Http2Rules extends ContractSubject {
    /** What servers end streams with: INTERNAL_ERROR, REFUSED_STREAM, CANCEL. */
    List<Integer> ERROR_CODES = List.of(2, 7, 8);

    SocketEffect REFUSED = new SocketEffect.CloseStream(7);

    @Test
    default void walksOverOneConnectionOfHttp2() {
        try (SecureTrial secure = secure(25)) {
            assertThat(ids(secure.listing())).isEqualTo(secure.ids());
            assertThat(secure.front().connections()).isEqualTo(1);
            assertThat(secure.trial().sandbox().requestCount()).isGreaterThan(2);
        }
    }

    @Test
    default void losesNothingWhenStreamsEnd() {
        try (SecureTrial secure = secure(25)) {
            for (int code : ERROR_CODES) {
                SocketEffect end = new SocketEffect.CloseStream(code);
                survives(secure, Fault.made("stream cut", exchange -> exchange.truth()
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
            survives(secure, Fault.made("told to go", exchange -> exchange.truth()
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

    /** The second request is answered once the third has come, so that both are under way together. */
    @Test
    default void asksForSeveralPagesAtOnceOnOneConnection() {
        try (SecureTrial secure = secure(60)) {
            secure.trial().sandbox().on(2, Fault.made("held", exchange -> {
                secure.trial().awaitRequests(3);
                return exchange.truth();
            }));
            CallListing listing = secure.trial().lister().list(splittable(7));
            assertThat(ids(listing.concurrency(4))).isEqualTo(ids(listing)).isNotEmpty();
            assertThat(secure.front().connections()).isEqualTo(1);
            secure.left().awaitRest();
        }
    }

    @Test
    default void leavesNoStreamOpenBehindAWalkThatIsClosed() throws InterruptedException {
        for (Fault fault : List.of(Fault.silent(), Fault.trickling())) {
            try (SecureTrial secure = secure(25)) {
                secure.trial().sandbox().on(2, fault);
                CallIterator walk = secure.listing().iterator();
                take(walk, 1);
                secure.trial().awaitRequests(2);
                walk.close();
                secure.left().awaitRest();
                assertThat(ids(secure.listing())).isEqualTo(secure.ids());
                assertThat(secure.front().connections()).isEqualTo(1);
            }
        }
    }

    /** OkHttp alone would hold the connection for ever: it takes the answer of a request whose sending it has seen fail. */
    @Test
    default void leavesNoStreamOpenThatIsCancelledWhileItIsSent() {
        LateSockets sockets = new LateSockets();
        try (SecureTrial secure =
                secure(25, Certificates.trusting().socketFactory(sockets).build())) {
            secure.trial().sandbox().on(1, Fault.made("first", exchange -> {
                sockets.holdNext();
                return exchange.truth();
            }));
            CallIterator walk = secure.listing().iterator();
            take(walk, 1);
            Leftovers.await(sockets::isAnswered, secure);
            walk.close();
            Dispatcher requests = secure.left().client().dispatcher();
            Leftovers.await(() -> requests.runningCalls().stream().allMatch(Call::isCanceled), secure);
            sockets.release();
            secure.left().awaitRest();
            assertThat(ids(secure.listing())).isEqualTo(secure.ids());
            assertThat(secure.front().connections()).isEqualTo(1);
        }
    }

    @Test
    default void leavesNoStreamOpenBehindAListerThatIsClosed() throws InterruptedException {
        try (SecureTrial secure = secure(5)) {
            secure.trial().sandbox().always(Fault.silent());
            Thread reader =
                    started(() -> assertThat(failure(secure.listing()).kind()).isEqualTo(Kind.CLOSED));
            secure.trial().awaitRequests(1);
            secure.trial().lister().close();
            reader.join();
            secure.left().awaitRest();
            secure.left().awaitNoThreads();
        }
    }

    private static void survives(SecureTrial secure, Fault fault) {
        for (int request : new int[] {1, 2}) {
            secure.trial().sandbox().on(secure.trial().sandbox().requestCount() + request, fault);
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
        return secure(calls, Certificates.trusting().build());
    }

    private SecureTrial secure(int calls, OkHttpClient client) {
        Leftovers left = new Leftovers(client);
        Sandbox sandbox = sandbox(calls);
        SecureFront front = SecureFront.of(sandbox, Certificates.GOOD, List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
        ClientOptions options = Trial.quick().httpClient(left.client()).build();
        return new SecureTrial(new Trial(sandbox, lister(front.url(), secret(), options)), front, left);
    }

    /** A sandbox behind HTTP/2, a lister for it, and what the lister leaves behind. */
    record SecureTrial(Trial trial, SecureFront front, Leftovers left) implements AutoCloseable {
        CallListing listing() {
            return trial.lister().list(pagesOf(10));
        }

        List<String> ids() {
            return ContractSubject.ids(trial.sandbox(), 0, trial.sandbox().calls());
        }

        @Override
        public void close() {
            trial.close();
            front.close();
        }
    }
}
