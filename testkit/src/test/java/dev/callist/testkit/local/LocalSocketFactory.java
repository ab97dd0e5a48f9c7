package dev.callist.testkit.local;

import dev.callist.testkit.internal.server.RequestHandler;
import java.net.Proxy;
import java.net.Socket;
import okhttp3.OkHttpClient;

/** Connects to a request handler in this process: real HTTP/1.1, but without a network. */
public final class LocalSocketFactory extends PlainSocketFactory {
    private final RequestHandler answerer;

    private LocalSocketFactory(RequestHandler answerer) {
        this.answerer = answerer;
    }

    /** A client whose requests all go to the handler, whatever their host. */
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
