package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A real server, and clients for it whose waits take no time. */
abstract class OverHttp {
    static final String KEY = "key-of-the-test";
    static final String NO_ROWS = "{\"results\":[]}";

    /** Makes {@code nextDouble} give 0.5. */
    static final RandomGenerator HALFWAY = () -> Long.MIN_VALUE;

    final MockWebServer server = new MockWebServer();
    final StoppedTime time = new StoppedTime();

    /** A row as small as can be. */
    record Item(@Nullable String id) {}

    /** A page of them. */
    record ItemPage(@Nullable Rows<Item> results, @Nullable PageToken next) implements Envelope<Item> {
        @Override
        public @Nullable Rows<Item> rows() {
            return results;
        }
    }

    @BeforeEach
    final void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    final void stopServer() {
        server.close();
    }

    final ClientOptionsBuilder options() {
        return ClientOptions.builder().time(time).random(HALFWAY);
    }

    final JsonClient client(ClientOptions options) {
        return client(options, new Secret("test", "Authorization", key -> "Key " + key, () -> KEY));
    }

    final JsonClient client(ClientOptions options, Secret secret) {
        ApiProfile profile = new ApiProfile("test", IsoInstants::read, "Test-Request-Id", "Test-Wait-Millis");
        return JsonClient.create(profile, options, secret);
    }

    final ApiRequest request() {
        return ApiRequest.get(server.url("/accounts/a1/calls?limit=5"), "/accounts/{id}/calls");
    }

    final Answer<ItemPage> page(ClientOptions options) {
        try (JsonClient client = client(options)) {
            return client.page(request(), ItemPage.class, glance -> {});
        }
    }

    final CallListException failure(ClientOptions options) {
        return Assertions.catchThrowableOfType(CallListException.class, () -> page(options));
    }

    final void answer(int status, String... headers) {
        server.enqueue(response(status, headers).build());
    }

    final void answerRows() {
        server.enqueue(new MockResponse.Builder().body(NO_ROWS).build());
    }

    static MockResponse.Builder response(int status, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeaderLenient(headers[i], headers[i + 1]);
        }
        return response;
    }

    static Optional<String> ids(Answer<ItemPage> answer) {
        return Optional.ofNullable(answer.value().rows()).map(rows -> rows.list().stream()
                .map(row -> String.valueOf(row.record()))
                .toList()
                .toString());
    }
}
