package dev.callist.twilio;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.assertj.core.api.Assertions;

/** A server with scripted responses, and a lister for it. */
final class FakeTwilio implements AutoCloseable {
    static final String PATH = "/2010-04-01/Accounts/AC1/Calls.json";

    private final MockWebServer server = new MockWebServer();
    private final TwilioCalls calls;

    FakeTwilio() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calls = TwilioCalls.create(TwilioConfig.builder()
                .accountSid("AC1")
                .authToken("secret1")
                .baseUrl(server.url("/").uri())
                .options(ClientOptions.builder().maxAttempts(1).build())
                .build());
    }

    TwilioCalls calls() {
        return calls;
    }

    /** The host and port, as a URL writes them. */
    String authority() {
        return server.getHostName() + ":" + server.getPort();
    }

    URI baseUrl() {
        return server.url("/").uri();
    }

    int requestCount() {
        return server.getRequestCount();
    }

    FakeTwilio answers(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
        return this;
    }

    /** A page; the link is JSON, so that it may be null. */
    FakeTwilio page(String rows, String link) {
        return answers(200, "{\"calls\":[" + rows + "],\"next_page_uri\":" + link + "}");
    }

    /** Path and query of the next request that has not been checked yet. */
    String target() {
        return request().getTarget();
    }

    String header(String name) {
        return String.valueOf(request().getHeaders().get(name));
    }

    private mockwebserver3.RecordedRequest request() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<Call> list() {
        return list(CallQuery.all());
    }

    List<Call> list(CallQuery query) {
        return calls.list(query).stream().toList();
    }

    /** The call, found by its sid, of a row with these fields. */
    Call read(String fields) {
        return answers(200, row("c1", fields)).calls.find("c1");
    }

    static String row(String sid, String fields) {
        return "{\"sid\":\"" + sid + "\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    CallListException failure() {
        return Assertions.catchThrowableOfType(CallListException.class, this::list);
    }

    @Override
    public void close() {
        calls.close();
        server.close();
    }
}
