package dev.callist.internal.http;

import dev.callist.ClientOptions;
import dev.callist.internal.json.DocumentReader;
import okhttp3.OkHttpClient;

/** What all requests of one client share. Thread-safe. */
final class ClientContext {
    private final ServerTraits server;
    private final ClientOptions options;
    private final ApiCredential credential;
    private final OkHttpClient http;
    private final ResponseDecoder decoder;
    private final RetryPolicy retries;
    private final RateLimiter limiter;

    ClientContext(
            ServerTraits server,
            ClientOptions options,
            ApiCredential credential,
            OkHttpClient http,
            DocumentReader documents) {
        this.server = server;
        this.options = options;
        this.credential = credential;
        this.http = http;
        this.decoder = new ResponseDecoder(server.provider(), options, documents);
        this.retries = new RetryPolicy(options);
        this.limiter = new RateLimiter(options.requestsPerSecond());
    }

    ServerTraits server() {
        return server;
    }

    ClientOptions options() {
        return options;
    }

    ApiCredential credential() {
        return credential;
    }

    OkHttpClient http() {
        return http;
    }

    ResponseDecoder decoder() {
        return decoder;
    }

    RetryPolicy retries() {
        return retries;
    }

    RateLimiter limiter() {
        return limiter;
    }
}
