package dev.callist.provider;

import dev.callist.CallListException;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.HttpRedaction;
import dev.callist.internal.json.DocumentReader;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A real server, and clients for it whose waits take no time. */
public abstract class OverHttp {
    public static final String KEY = "key-of-the-test";
    public static final String NO_ROWS = "{\"results\":[]}";

    /** Makes {@code nextDouble} give 0.5. */
    public static final RandomGenerator HALFWAY = () -> Long.MIN_VALUE;

    public final MockWebServer server = new MockWebServer();
    public final StoppedTime time = new StoppedTime();

    /** A minimal row. */
    public record Item(@Nullable String id) {}

    /** A page of items. */
    public record ItemPage(
            @Nullable Rows<Item> results, @Nullable PageToken next) implements Envelope<Item> {
        @Override
        public @Nullable Rows<Item> rows() {
            return results;
        }
    }

    @BeforeEach
    public final void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    public final void stopServer() {
        server.close();
    }

    public final ClientOptionsBuilder options() {
        return ClientOptions.builder().time(time).random(HALFWAY);
    }

    public final JsonClient client(ClientOptions options) {
        return client(options, new Secret("test", "Authorization", key -> "Key " + key, () -> KEY));
    }

    public final JsonClient client(ClientOptions options, Secret secret) {
        ApiProfile profile = new ApiProfile(
                "test",
                InstantFormat.ISO,
                "Test-Request-Id",
                "Test-Wait-Millis",
                new HttpRedaction(Set.of("Authorization"), Set.of()));
        return JsonClient.create(profile, options, secret);
    }

    /** A document reader like the client's. */
    public static DocumentReader documents(ClientOptions options) {
        return JsonClient.documents(InstantFormat.ISO, TimeUnit.SECONDS, options);
    }

    public final ApiRequest request() {
        return ApiRequest.get(server.url("/accounts/a1/calls?limit=5"), "/accounts/{id}/calls");
    }

    public final ApiResponse<ItemPage> page(ClientOptions options) {
        try (JsonClient client = client(options)) {
            return client.page(request(), ItemPage.class, received -> {});
        }
    }

    public final CallListException failure(ClientOptions options) {
        return Assertions.catchThrowableOfType(CallListException.class, () -> page(options));
    }

    public final void answer(int status, String... headers) {
        server.enqueue(response(status, headers).build());
    }

    public final void answerRows() {
        server.enqueue(new MockResponse.Builder().body(NO_ROWS).build());
    }

    public static MockResponse.Builder response(int status, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeaderLenient(headers[i], headers[i + 1]);
        }
        return response;
    }

    public static Optional<String> ids(ApiResponse<ItemPage> answer) {
        return Optional.ofNullable(answer.value().rows()).map(rows -> rows.list().stream()
                .map(row -> String.valueOf(row.record()))
                .toList()
                .toString());
    }
}
