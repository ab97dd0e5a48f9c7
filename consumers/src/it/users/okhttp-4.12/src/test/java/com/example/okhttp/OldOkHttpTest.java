package com.example.okhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.callist.CallIterator;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.testkit.BirdSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;

class OldOkHttpTest {
    @Test
    void listsCalls() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isFirst = !exchange.getRequestURI().getQuery().contains("pageToken=t2");
            byte[] page = (isFirst
                            ? "{\"results\":[{\"id\":\"c1\"}],\"nextPageToken\":\"t2\"}"
                            : "{\"results\":[{\"id\":\"c2\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        BirdConfig config = BirdConfig.builder()
                .workspaceId("w1")
                .accessKey("k1")
                .baseUrl(url)
                .build();
        List<String> ids = new ArrayList<>();
        try (BirdCalls calls = BirdCalls.create(config);
                CallIterator walk = calls.list(CallQuery.all()).iterator()) {
            walk.forEachRemaining(call -> ids.add(call.id()));
            assertEquals(Completeness.COMPLETE, walk.report().completeness());
        } finally {
            server.stop(0);
        }
        assertEquals(List.of("c1", "c2"), ids);
        assertEquals("4.12.0", OkHttp.VERSION);
    }

    @Test
    void isToldWhatASandboxNeeds() {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> BirdSandbox.start(1));
        assertEquals(
                "the sandboxes need OkHttp 5, but 4.12.0 comes first on the class path: exclude"
                        + " com.squareup.okhttp3:okhttp 4 where they are used",
                refusal.getMessage());
    }
}
