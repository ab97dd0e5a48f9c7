package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import dev.callist.internal.threads.FetchTask;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.ApiResponse;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.JsonClient;
import dev.callist.provider.OverHttp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that break off, with more bytes after them on the connection. */
@Timeout(60)
class BrokenAnswerTest extends OverHttp {
    private static final String CUT = "{\"results\":[{\"id\":\"o";

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger broken = new AtomicInteger();

    /**
     * The second request is sent when the first response has arrived, and is answered before the first response is
     * read.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n{\"results\":[{\"id\":\"another\"}]}",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "ne\"}]}\n",
                "HTTP/1.1 204 No Content\r\n\r\n"
            })
    void neverReadsLeftoverBytesAsTheNextResponse(String leftover) throws Exception {
        serve(leftover);
        try (JsonClient client = client(options().listener(noting()).build())) {
            assertAnswersBothByAskingAgain(client, client);
        }
    }

    /** Listers that are given the same HTTP client share its connections. */
    @Test
    void neverReadsLeftoverBytesAsTheResponseToAnotherLister() throws Exception {
        serve("HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n{\"results\":[{\"id\":\"another\"}]}");
        ClientOptions options =
                options().httpClient(new OkHttpClient()).listener(noting()).build();
        try (JsonClient one = client(options);
                JsonClient another = client(options)) {
            assertAnswersBothByAskingAgain(one, another);
        }
    }

    @Test
    void remembersWhatAClosedListerLeftOnAConnection() throws Exception {
        serve("");
        broken.set(1);
        ClientOptions options =
                options().httpClient(new OkHttpClient()).listener(noting()).build();
        try (JsonClient closed = client(options)) {
            get(closed, "/one", received -> {});
        }
        broken.set(0);
        try (JsonClient one = client(options);
                JsonClient another = client(options)) {
            assertAnswersBothByAskingAgain(one, another, 5, "BAD_RESPONSE at /one", "NETWORK at /two");
        }

        assertThat(server.takeRequest().getConnectionIndex())
                .isEqualTo(server.takeRequest().getConnectionIndex());
    }

    private void assertAnswersBothByAskingAgain(JsonClient one, JsonClient another) throws Exception {
        assertAnswersBothByAskingAgain(one, another, 4, "BAD_RESPONSE at /one");
    }

    private void assertAnswersBothByAskingAgain(JsonClient one, JsonClient another, int requests, String... failed)
            throws Exception {
        int sent = server.getRequestCount();
        CompletableFuture<Optional<String>> second = new CompletableFuture<>();
        Thread thread = new Thread(
                new FetchTask(() -> second.complete(ids(get(another, "/two", received -> {}))), reason -> {}));

        Optional<String> first = ids(get(one, "/one", received -> {
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
                awaitItsAnswer(thread, sent + 2);
            }
        }));

        assertThat(first).contains("[Item[id=one]]");
        assertThat(second.get(30, TimeUnit.SECONDS)).contains("[Item[id=two]]");
        assertThat(failures).containsExactlyInAnyOrder(failed);
        assertThat(server.getRequestCount()).isEqualTo(requests);
    }

    @Test
    void keepsTheConnectionOfAnAnswerThatWasRead() throws Exception {
        serve("");
        broken.set(1);
        try (JsonClient client = client(options().listener(noting()).build())) {
            get(client, "/one", received -> {});
            get(client, "/two", received -> {});
        }

        assertThat(server.takeRequest().getConnectionIndex())
                .isEqualTo(server.takeRequest().getConnectionIndex());
        assertThat(failures).isEmpty();
    }

    private void serve(String leftover) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String id = request.getUrl().encodedPath().substring(1);
                return id.equals("one") && broken.getAndIncrement() == 0
                        ? response(200, "Content-Length", Integer.toString(CUT.length()))
                                .body(CUT + leftover)
                                .setHeader("Content-Length", CUT.length())
                                .build()
                        : response(200)
                                .body("{\"results\":[{\"id\":\"" + id + "\"}]}")
                                .build();
            }
        });
    }

    private ApiResponse<ItemPage> get(JsonClient client, String path, Consumer<EnvelopePeek> onReceived) {
        return client.page(ApiRequest.get(server.url(path), path), ItemPage.class, onReceived);
    }

    /** Waits until a thread whose request has reached the server has ended or waits for another thread. */
    private void awaitItsAnswer(Thread thread, int requests) {
        while (server.getRequestCount() < requests || (thread.getState() != Thread.State.WAITING && thread.isAlive())) {
            Thread.onSpinWait();
        }
    }

    private ListingListener noting() {
        return new ListingListener() {
            @Override
            public void attemptFailed(FailedAttempt attempt) {
                failures.add(attempt.kind() + " at "
                        + attempt.request().substring(attempt.request().lastIndexOf('/')));
            }
        };
    }
}
