package dev.callist.testkit.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.testkit.Fault;
import dev.callist.testkit.SandboxAccess;
import dev.callist.testkit.SearchSandbox;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxLocalClientTest {
    private final SearchSandbox sandbox = SearchSandbox.start(3);
    private final OkHttpClient http = SandboxAccess.localClient(sandbox)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .readTimeout(Duration.ofMillis(100))
            .build();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void getsWhatTheServerWouldSend() throws Exception {
        String local = search(http);
        assertThat(local).isEqualTo(search(new OkHttpClient())).contains("\"total\":3");
        assertThat(sandbox.requestCount()).isEqualTo(2);
        assertThat(sandbox.requests().get(0).body()).isEqualTo("{}");
    }

    @Test
    void keepsItsConnectionFromRequestToRequest() throws Exception {
        search(http);
        search(http);
        assertThat(http.connectionPool().connectionCount()).isEqualTo(1);
    }

    @Test
    void meetsTheFaultsOfTheServer() throws Exception {
        sandbox.on(1, Fault.dropped())
                .on(2, Fault.cutInBody())
                .on(3, Fault.silent())
                .on(4, Fault.status(503));

        assertThatThrownBy(() -> search(http)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> search(http)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> search(http)).isInstanceOf(SocketTimeoutException.class);
        try (Response response = http.newCall(request()).execute()) {
            assertThat(response.code()).isEqualTo(503);
        }
        assertThat(search(http)).contains("\"total\":3");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private String search(OkHttpClient client) throws IOException {
        try (Response response = client.newCall(request()).execute()) {
            return response.body().string();
        }
    }

    private Request request() {
        HttpUrl url = Objects.requireNonNull(HttpUrl.get(sandbox.url()))
                .newBuilder()
                .addPathSegments("calls/search")
                .build();
        return new Request.Builder()
                .url(url)
                .header("X-WHIPPY-KEY", SearchSandbox.API_KEY)
                .post(RequestBody.create("{}", MediaType.get("application/json")))
                .build();
    }
}
