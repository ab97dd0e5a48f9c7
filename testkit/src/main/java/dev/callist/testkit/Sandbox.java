package dev.callist.testkit;

import dev.callist.testkit.internal.server.RequestHandler;
import dev.callist.testkit.internal.server.SandboxServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/**
 * A server on a loopback port that speaks one provider's wire protocol, with a deterministic set of calls: a {@link
 * SandboxCall} for each index, 0 the newest, or {@link ChangingCalls}. All requests are numbered from 1. Thread-safe.
 */
public class Sandbox implements AutoCloseable {
    private final SandboxServer server;

    /**
     * Starts a server.
     *
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    protected Sandbox(ProviderProtocol protocol, int port) {
        this.server = SandboxServer.start(protocol, port);
    }

    /** Starts a server for a protocol of your own on a free port. */
    public static Sandbox start(ProviderProtocol protocol) {
        return new Sandbox(protocol, 0);
    }

    /** The base URL for a provider's config, such as {@code http://127.0.0.1:41234}. */
    public final URI url() {
        return server.url();
    }

    /** How many calls the list has. */
    public final int calls() {
        return server.protocol().calls();
    }

    /**
     * The id by which this provider's list shows a call.
     *
     * @param index the call's index in the unfiltered list, 0 the newest; with {@link ChangingCalls} its {@link
     *     SandboxCall#index}
     */
    public final String id(int index) {
        return server.protocol().id(index);
    }

    /** How many requests have reached the server. */
    public final int requestCount() {
        return server.log().count();
    }

    /** All requests that have reached the server, in order. */
    public final List<SandboxRequest> requests() {
        return server.log().all();
    }

    /**
     * Applies a fault to one request; it replaces a fault set earlier for the same number.
     *
     * @param request the request's number, from 1
     */
    public final Sandbox on(int request, Fault fault) {
        server.script().on(request, fault.effect());
        return this;
    }

    /** Applies a fault to every request from now on, except requests with a fault of their own. */
    public final Sandbox always(Fault fault) {
        server.script().always(fault.effect());
        return this;
    }

    /**
     * Answers one request for a page with an empty page although more follow; another request gets the rows.
     *
     * @param request the request's number, from 1
     */
    public final Sandbox emptyPageOn(int request) {
        server.script().twist(request, PageTwist.EMPTY_PAGE);
        return this;
    }

    /**
     * Names, as the page after one request, the page that was requested; after the first page, the first page again.
     * Lists that are counted ignore it.
     *
     * @param request the request's number, from 1
     */
    public final Sandbox repeatPlaceOn(int request) {
        server.script().twist(request, PageTwist.SAME_PLACE);
        return this;
    }

    /**
     * Gives the server habits that its provider does not document; they are added to earlier ones and stay.
     *
     * @throws IllegalArgumentException if one does not apply to this sandbox; no sandbox of a protocol of your own has
     *     any
     */
    public final Sandbox deviating(Deviation... deviations) {
        for (Deviation deviation : deviations) {
            server.change(deviation::applyTo);
        }
        return this;
    }

    /** Removes all faults, empty pages and repeated pages; requests that a fault already holds stay held. */
    public final Sandbox heal() {
        server.script().clear();
        return this;
    }

    /** Answers requests from any source as this server does. */
    public RequestHandler handler() {
        return server;
    }

    ProviderProtocol protocol() {
        return server.protocol();
    }

    /** Stops the server and closes every connection to it. Idempotent. */
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
