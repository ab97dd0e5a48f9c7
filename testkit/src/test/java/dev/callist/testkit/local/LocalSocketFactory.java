package dev.callist.testkit.local;

import dev.callist.testkit.internal.server.RequestHandler;
import java.net.Proxy;
import java.net.Socket;
import okhttp3.OkHttpClient;

/** Connections that lead to an answerer in this process: HTTP/1.1 as on any other connection, but no network. */
public final class LocalSocketFactory extends PlainSocketFactory {
    private final RequestHandler answerer;

    private LocalSocketFactory(RequestHandler answerer) {
        this.answerer = answerer;
    }

    /** A client all of whose requests, whatever their host, are the answerer's. */
    public static OkHttpClient clientOf(RequestHandler answerer) {
        return new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new LocalSocketFactory(answerer))
                .build();
    }

    @Override
    public Socket createSocket() {
        return new LocalSocket(answerer);
    }
}
