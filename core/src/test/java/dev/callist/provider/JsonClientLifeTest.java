package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingListener;
import dev.callist.internal.threads.FetchTask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests to a silent server end. */
@Timeout(60)
class JsonClientLifeTest extends OverHttp {
    @Test
    void endsAWaitWhenItsThreadIsInterrupted() throws Exception {
        try (JsonClient client = client(options().build())) {
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            CompletableFuture<CallListException> failure = new CompletableFuture<>();
            Thread waiting = new Thread(() -> {
                failure.complete(fails(client));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            waiting.start();
            server.takeRequest();
            waiting.interrupt();

            assertThat(failure.get(30, TimeUnit.SECONDS).kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsWhatIsUnderWayWhenItIsClosed() throws Exception {
        OkHttpClient own = new OkHttpClient();
        JsonClient client = client(options().httpClient(own).build());
        CompletableFuture<CallListException> failure = CompletableFuture.supplyAsync(() -> fails(client));
        server.takeRequest();
        assertThat(own.connectionPool().connectionCount()).isEqualTo(1);

        client.close();

        assertThat(failure.get(30, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CLOSED);
        assertThat(fails(client)).hasMessage("test: CLOSED: the lister was closed");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** As a stream does when its reader has found what it wants. */
    @Test
    void countsWhatIsBrokenOffAsNoFailure() throws Exception {
        List<Kind> failures = Collections.synchronizedList(new ArrayList<>());
        ListingListener listener = new ListingListener() {
            @Override
            public void attemptFailed(FailedAttempt attempt) {
                failures.add(attempt.kind());
            }
        };
        AtomicBoolean silent = new AtomicBoolean(true);
        Semaphore unanswered = new Semaphore(0);
        AtomicBoolean busy = new AtomicBoolean(true);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (silent.get()) {
                    unanswered.release();
                    return response(200)
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build();
                }
                return busy.getAndSet(false)
                        ? response(503).build()
                        : response(200).body(NO_ROWS).build();
            }
        });
        try (JsonClient client =
                client(options().listener(listener).retryBudget(5).build())) {
            for (int i = 0; i < 3; i++) {
                FetchTask fetch = new FetchTask(() -> fails(client), reason -> {});
                Thread thread = new Thread(fetch);
                thread.start();
                unanswered.acquire();
                fetch.cancel(true);
                thread.join();
            }
            assertThat(failures).isEmpty();
            silent.set(false);

            client.page(request(), ItemPage.class, received -> {});
        }

        assertThat(failures).containsExactly(Kind.SERVER_ERROR);
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void keepsTheConnectionsOfAUsersOwnClient() {
        OkHttpClient own = new OkHttpClient();
        answerRows();
        try (JsonClient client = client(options().httpClient(own).build())) {
            client.page(request(), ItemPage.class, received -> {});
        }

        assertThat(own.connectionPool().idleConnectionCount()).isEqualTo(1);
        own.connectionPool().evictAll();
    }

    @Test
    void asksOnThreadsThatKeepNoProgramAlive() {
        boolean[] daemon = {false};
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    daemon[0] = Thread.currentThread().isDaemon();
                    return chain.proceed(chain.request());
                })
                .build();
        answerRows();

        page(options().httpClient(own).build());

        assertThat(daemon[0]).isTrue();
    }

    private CallListException fails(JsonClient client) {
        return catchThrowableOfType(
                CallListException.class, () -> client.page(request(), ItemPage.class, received -> {}));
    }
}
