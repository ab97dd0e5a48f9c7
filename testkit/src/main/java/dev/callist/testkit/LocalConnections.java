package dev.callist.testkit;

import java.net.Proxy;
import java.net.Socket;
import okhttp3.OkHttpClient;

/** Connections that lead to an answerer in this process: HTTP/1.1 as on any other connection, but no network. */
final class LocalConnections extends PlainSockets {
    private final HttpAnswerer answerer;

    private LocalConnections(HttpAnswerer answerer) {
        this.answerer = answerer;
    }

    /** A client all of whose requests, whatever their host, are the answerer's. */
    static OkHttpClient clientOf(HttpAnswerer answerer) {
        return new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new LocalConnections(answerer))
                .build();
    }

    @Override
    public Socket createSocket() {
        return new LocalSocket(answerer);
    }
}
