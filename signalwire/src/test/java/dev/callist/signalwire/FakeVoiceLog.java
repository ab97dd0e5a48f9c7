package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.Assertions;

/** A server with scripted responses, and a lister for it. */
final class FakeVoiceLog implements AutoCloseable {
    static final String PATH = "/api/voice/logs";

    private final MockWebServer server = new MockWebServer();
    private final SignalWireLogs logs;

    FakeVoiceLog() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        logs = SignalWireLogs.create(SignalWireConfig.builder()
                .projectId("p1")
                .apiToken("PT1")
                .baseUrl(server.url("/").uri())
                .options(ClientOptions.builder().maxAttempts(1).build())
                .build());
    }

    SignalWireLogs logs() {
        return logs;
    }

    /** The host and port, as a URL writes them. */
    String authority() {
        return server.getHostName() + ":" + server.getPort();
    }

    int requestCount() {
        return server.getRequestCount();
    }

    FakeVoiceLog answers(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
        return this;
    }

    /** A page; the links are the fields of a JSON object. */
    FakeVoiceLog page(String rows, String links) {
        return answers(200, "{\"links\":{" + links + "},\"data\":[" + rows + "]}");
    }

    /** The only page. */
    FakeVoiceLog page(String rows) {
        return page(rows, "\"self\":\"http://" + authority() + PATH + "\"");
    }

    /** Path and query of the next request that has not been checked yet. */
    String target() {
        return request().getTarget();
    }

    RecordedRequest request() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<Call> list(CallQuery query) {
        return logs.list(query).stream().toList();
    }

    /** The call of an entry with these fields. */
    Call read(String fields) {
        return answers(200, row("e1", fields)).logs.find("e1");
    }

    static String row(String id, String fields) {
        return "{\"id\":\"" + id + "\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    CallListException failure() {
        return Assertions.catchThrowableOfType(CallListException.class, () -> list(CallQuery.all()));
    }

    @Override
    public void close() {
        logs.close();
        server.close();
    }
}
