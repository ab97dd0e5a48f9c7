package dev.callist.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ends of requests to a server that says nothing. */
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

    @Test
    void keepsTheConnectionsOfAUsersOwnClient() {
        OkHttpClient own = new OkHttpClient();
        answerRows();
        try (JsonClient client = client(options().httpClient(own).build())) {
            client.page(request(), ItemPage.class, glance -> {});
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
                CallListException.class, () -> client.page(request(), ItemPage.class, glance -> {}));
    }
}
