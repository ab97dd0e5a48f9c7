package dev.callist.testkit.fake;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.Assertions;

/** A server with scripted responses, and a lister for it. */
public abstract class FakeList<L extends CallLister> implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final L calls;

    /**
     * Starts the server.
     *
     * @param lister makes the lister, with this base URL and these options, which allow one attempt for each request
     */
    protected FakeList(BiFunction<URI, ClientOptions, L> lister) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calls = lister.apply(baseUrl(), ClientOptions.builder().maxAttempts(1).build());
    }

    public final L calls() {
        return calls;
    }

    public final URI baseUrl() {
        return server.url("/").uri();
    }

    /** The host and port, as a URL writes them. */
    public final String authority() {
        return server.getHostName() + ":" + server.getPort();
    }

    public final int requestCount() {
        return server.getRequestCount();
    }

    /** Adds a response. */
    protected final void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    /** Path and query of the next request that has not been checked yet. */
    public final String target() {
        return request().getTarget();
    }

    /** A header of the next request that has not been checked yet. */
    public final String header(String name) {
        return String.valueOf(request().getHeaders().get(name));
    }

    private RecordedRequest request() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public final List<Call> list() {
        return list(CallQuery.all());
    }

    public final List<Call> list(CallQuery query) {
        return calls.list(query).stream().toList();
    }

    public final CallListException failure() {
        return Assertions.catchThrowableOfType(CallListException.class, this::list);
    }

    @Override
    public final void close() {
        calls.close();
        server.close();
    }
}
