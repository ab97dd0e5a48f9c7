package dev.callist.bird;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with scripted responses, and Bird's lister for it. */
abstract class BirdOverHttp {
    static final String CHANNEL_PATH = "/workspaces/ws1/channels/ch1/calls";

    final MockWebServer server = new MockWebServer();

    @BeforeEach
    final void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    final void stopServer() {
        server.close();
    }

    final BirdConfigBuilder config() {
        return BirdConfig.builder()
                .workspaceId("ws1")
                .channelId("ch1")
                .accessKey("access-key-1")
                .baseUrl(server.url("/").uri())
                .options(ClientOptions.builder().maxAttempts(1).build());
    }

    final void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    /** The calls of a page with these rows. */
    final List<Call> list(String rows) {
        answer(200, "{\"results\":[" + rows + "]}");
        try (BirdCalls bird = BirdCalls.create(config().build())) {
            return bird.list(CallQuery.all()).stream().toList();
        }
    }

    /** The call of a row with these fields and an id. */
    final Call call(String fields) {
        return list("{\"id\":\"c1\"" + (fields.isEmpty() ? "" : "," + fields) + "}")
                .get(0);
    }

    final String target() throws InterruptedException {
        return server.takeRequest().getTarget();
    }

    static CallListException failure(ThrowingCallable attempt) {
        return Assertions.catchThrowableOfType(CallListException.class, attempt);
    }
}
