package dev.callist.testkit;

import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * A server on a loopback port that speaks one provider's wire protocol, with a deterministic set of calls: a
 * {@link SandboxCall} for each index, 0 the newest. Requests are counted from 1, whatever they ask for. Thread-safe.
 */
public abstract sealed class Sandbox implements AutoCloseable permits BirdSandbox, SignalWireSandbox, ShiftingSandbox {
    private final SandboxServer server;

    Sandbox(SandboxServer server) {
        this.server = server;
    }

    /** What a provider's config takes as its base URL, such as {@code http://127.0.0.1:41234}. */
    public final URI url() {
        return server.url();
    }

    /**
     * A client for {@link dev.callist.ClientOptions#httpClient} that asks this sandbox without a network: everything is as on
     * a connection to {@link #url()}, faults and request numbers included, but faster. Each call gives another client.
     */
    public final OkHttpClient localClient() {
        return LocalConnections.clientOf(server);
    }

    /** How many calls the list has. */
    public final int calls() {
        return server.wire().calls();
    }

    /**
     * The id by which this provider's list shows a call.
     *
     * @param index place of the call in the unfiltered list, 0 the newest
     */
    public final String id(int index) {
        return server.wire().id(index);
    }

    /** How many requests have reached the server. */
    public final int requestCount() {
        return server.log().count();
    }

    /** All requests that have reached the server, in their order. */
    public final List<SandboxRequest> requests() {
        return server.log().all();
    }

    /**
     * Lets one request meet a fault; a fault set for its number earlier is replaced.
     *
     * @param request the request's number, from 1
     */
    public final Sandbox on(int request, Fault fault) {
        server.script().on(request, fault);
        return this;
    }

    /** Lets every request from now on meet a fault, except those that have a fault of their own. */
    public final Sandbox always(Fault fault) {
        server.script().always(fault);
        return this;
    }

    /**
     * Lets one request for a page get an empty one although more follow: another request has the rows.
     *
     * @param request the request's number, from 1
     */
    public final Sandbox emptyPageOn(int request) {
        server.script().twist(request, Twist.EMPTY_PAGE);
        return this;
    }

    /**
     * Lets one request for a page get, as the place of the next page, the place that it asked for; for the first page, a
     * place that leads to the first page again. Lists that are counted have no such places: nothing happens.
     *
     * @param request the request's number, from 1
     */
    public final Sandbox repeatPlaceOn(int request) {
        server.script().twist(request, Twist.SAME_PLACE);
        return this;
    }

    /** Forgets all faults, empty pages and repeated places; requests that are waiting in one stay there. */
    public final Sandbox heal() {
        server.script().clear();
        return this;
    }

    /** Answers as this server does, wherever the requests come from. */
    final HttpAnswerer answerer() {
        return server;
    }

    /** This provider's protocol for histories, see {@link HistoryRules}. */
    abstract HistoryWire historyWire();

    /** Ends the server and every connection to it. Idempotent. */
    @Override
    public final void close() {
        server.close();
    }

    /** The class and the base URL. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + url() + "]";
    }
}
