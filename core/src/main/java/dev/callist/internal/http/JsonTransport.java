package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import dev.callist.internal.http.connection.ConnectionTrust;
import dev.callist.internal.http.connection.MeteredSockets;
import dev.callist.internal.http.connection.ProxyCredentials;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import dev.callist.internal.json.DocumentType;
import dev.callist.internal.threads.FetchTask;
import dev.callist.internal.threads.FetchThreads;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;

/** Gets JSON documents from one server: the only class that sends requests and opens responses. Thread-safe. */
public final class JsonTransport implements AutoCloseable {
    /** The most requests that one walk runs at once, and the most idle connections kept. */
    public static final int MAX_REQUESTS = 16;

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final ClientContext context;
    private final boolean ownsHttp;
    private final Map<RequestAttempts<?>, FetchTask> running = new ConcurrentHashMap<>();
    private final FetchThreads threads;
    private volatile boolean closed;

    private JsonTransport(ClientContext context, boolean ownsHttp) {
        this.context = context;
        this.ownsHttp = ownsHttp;
        this.threads = new FetchThreads(context.options().threadFactory());
    }

    /** A transport for one account; sends nothing yet. */
    public static JsonTransport create(
            ServerTraits server, ClientOptions options, ApiCredential credential, DocumentReader documents) {
        OkHttpClient.Builder http =
                options.httpClient().map(OkHttpClient::newBuilder).orElseGet(JsonTransport::ownHttp);
        if (hasOwnThreads(options)) {
            http.fastFallback(false);
        }
        OkHttpClient safe = http.followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .authenticator(Authenticator.NONE)
                .proxyAuthenticator(new ProxyCredentials(options.httpClient()
                        .map(OkHttpClient::proxyAuthenticator)
                        .orElse(Authenticator.NONE)))
                .connectTimeout(options.connectTimeout())
                .readTimeout(options.readTimeout())
                .writeTimeout(options.readTimeout())
                .callTimeout(options.callTimeout())
                .socketFactory(metered(options))
                .addInterceptor(ConnectionTrust::onUsableConnection)
                .addNetworkInterceptor(new RetryHeaderInterceptor())
                .addNetworkInterceptor(ConnectionTrust::note)
                .build();
        return new JsonTransport(
                new ClientContext(server, options, credential, safe, documents),
                options.httpClient().isEmpty());
    }

    /** With fast fallback, OkHttp connects on threads of its own, which a user's threads are to replace. */
    private static boolean hasOwnThreads(ClientOptions options) {
        return options.threadFactory() != ClientOptions.defaults().threadFactory();
    }

    /** A user's own sockets are left as they are. */
    private static SocketFactory metered(ClientOptions options) {
        return options.httpClient()
                .map(OkHttpClient::socketFactory)
                .filter(own -> own != SocketFactory.getDefault())
                .orElse(MeteredSockets.INSTANCE);
    }

    private static OkHttpClient.Builder ownHttp() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(MAX_REQUESTS, KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /**
     * Sends a request and decodes its response. Blocks until the response arrives; an interrupt or {@link #close} ends
     * the wait.
     *
     * @param received called with the body of each successful response before it is decoded, on the thread that decodes
     *     it
     * @throws CallListException when every attempt failed
     */
    public <T> DecodedResponse<T> get(WireRequest request, DocumentType<T> type, Consumer<BodyBytes> received) {
        RequestAttempts<T> attempts = new RequestAttempts<>(context, request, type, received);
        try {
            Optional<FetchTask> current = FetchTask.current();
            return current.isPresent() ? runIn(current.get(), attempts) : runOnAnotherThread(attempts);
        } catch (InterruptedException e) {
            if (closed) {
                throw closed();
            }
            Thread.currentThread().interrupt();
            throw failed(Kind.INTERRUPTED, "the thread was interrupted while it waited for a response");
        }
    }

    /** Runs a request on the current thread, as a part of its fetch. */
    private <T> DecodedResponse<T> runIn(FetchTask current, RequestAttempts<T> attempts) throws InterruptedException {
        running.put(attempts, current);
        try {
            if (closed) {
                throw closed();
            }
            return current.run(attempts);
        } catch (RuntimeException e) {
            throw asFailure(e);
        } finally {
            running.remove(attempts);
        }
    }

    /** Runs a request on a thread of its own, so that the current one can give up at any moment. */
    private <T> DecodedResponse<T> runOnAnotherThread(RequestAttempts<T> attempts) throws InterruptedException {
        CompletableFuture<DecodedResponse<T>> response = new CompletableFuture<>();
        Future<?> fetch = begin(() -> complete(response, attempts), response::completeExceptionally);
        try {
            return response.get();
        } catch (InterruptedException e) {
            fetch.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof Error error) {
                throw error;
            }
            throw closed ? closed() : asFailure(cause).seenHere();
        }
    }

    private Future<?> begin(Runnable fetch, Consumer<CallListException> whenClosed) {
        try {
            return threads.begin(fetch, whenClosed);
        } catch (RejectedExecutionException e) {
            throw closed();
        }
    }

    private <T> void complete(CompletableFuture<DecodedResponse<T>> response, RequestAttempts<T> attempts) {
        try {
            response.complete(runIn(FetchTask.current().orElseThrow(), attempts));
        } catch (Throwable e) {
            response.completeExceptionally(e);
        }
    }

    private CallListException asFailure(Throwable cause) {
        if (closed) {
            return closed();
        }
        if (cause instanceof CallListException failure) {
            return failure;
        }
        return CallListException.of(Kind.NETWORK, context.server().provider())
                .detail("the request failed within the client ("
                        + cause.getClass().getSimpleName() + ")")
                .build()
                .causedBy(cause);
    }

    private CallListException closed() {
        return failed(Kind.CLOSED, "the lister was closed");
    }

    private CallListException failed(Kind kind, String detail) {
        return CallListException.of(kind, context.server().provider())
                .detail(detail)
                .build()
                .asException();
    }

    /**
     * Cancels running requests, whose callers then fail with CLOSED. A user's own HTTP client stays open. Idempotent.
     */
    @Override
    public void close() {
        closed = true;
        threads.close();
        running.values().forEach(fetch -> fetch.close(closed()));
        if (ownsHttp) {
            context.http().connectionPool().evictAll();
        }
    }
}
