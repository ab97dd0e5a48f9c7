package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;

/** Gets JSON from one provider's server: the one place where requests are sent and responses opened. Thread-safe. */
public final class JsonClient implements AutoCloseable {
    /** Requests that one walk may have under way at once, and connections that are kept for the next ones. */
    public static final int MOST_REQUESTS = 16;

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Exchange.Connection connection;
    private final boolean ownsHttp;
    private final Map<Exchange<?>, FetchThread> underWay = new ConcurrentHashMap<>();
    private final FetchThreads threads = new FetchThreads();
    private volatile boolean closed;

    private JsonClient(Exchange.Connection connection, boolean ownsHttp) {
        this.connection = connection;
        this.ownsHttp = ownsHttp;
    }

    /** A client for one account; nothing is sent yet. */
    public static JsonClient create(ApiProfile profile, ClientOptions options, Secret secret) {
        OkHttpClient.Builder http =
                options.httpClient().map(JsonClient::derived).orElseGet(JsonClient::ownHttp);
        OkHttpClient safe = http.followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .authenticator(Authenticator.NONE)
                .connectTimeout(options.connectTimeout())
                .readTimeout(options.readTimeout())
                .writeTimeout(options.readTimeout())
                .callTimeout(options.callTimeout())
                .addNetworkInterceptor(new HiddenRetries())
                .addNetworkInterceptor(UsedConnection::learn)
                .build();
        Exchange.Connection connection = new Exchange.Connection(
                profile,
                options,
                safe,
                secret,
                new Decoder(profile, options),
                new RetryPolicy(options),
                new Pace(options.requestsPerSecond()),
                new GuardedListener(options.listener()));
        return new JsonClient(connection, options.httpClient().isEmpty());
    }

    private static OkHttpClient.Builder derived(OkHttpClient own) {
        return own.newBuilder().proxyAuthenticator(new ProxyCredentials(own.proxyAuthenticator()));
    }

    private static OkHttpClient.Builder ownHttp() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(MOST_REQUESTS, KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /** Gets a page; its list of rows is there. {@code came} is told of each answer that has come, before it is read. */
    public <E extends Envelope<?>> Answer<E> page(ApiRequest request, Class<E> envelope, Consumer<Glance> came) {
        return get(request, connection.decoder().json().shapeOf(envelope), came);
    }

    /** Gets a single record. */
    public <R> Answer<Row<R>> one(ApiRequest request, Class<R> record) {
        return get(request, connection.decoder().json().shapeOfRow(record), glance -> {});
    }

    private <T> Answer<T> get(ApiRequest request, Shape<T> shape, Consumer<Glance> came) {
        Exchange<T> exchange = new Exchange<>(connection, request, shape, came);
        try {
            return Thread.currentThread() instanceof FetchThread own ? here(own, exchange) : elsewhere(exchange);
        } catch (InterruptedException e) {
            if (closed) {
                throw closed();
            }
            Thread.currentThread().interrupt();
            throw failed(Kind.INTERRUPTED, "the thread was interrupted while it waited for an answer");
        }
    }

    /** Runs an exchange on the current thread, whose interrupt breaks it off. */
    private <T> Answer<T> here(FetchThread own, Exchange<T> exchange) throws InterruptedException {
        underWay.put(exchange, own);
        try {
            if (closed) {
                throw closed();
            }
            return own.run(exchange);
        } catch (RuntimeException e) {
            throw named(e);
        } finally {
            underWay.remove(exchange);
        }
    }

    /** Runs an exchange on a thread of its own, so that the current one can give up at any moment. */
    private <T> Answer<T> elsewhere(Exchange<T> exchange) throws InterruptedException {
        CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
        Future<?> fetch = begin(() -> answer(exchange, answer), answer::completeExceptionally);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            fetch.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            Throwable met = Objects.requireNonNullElse(e.getCause(), e);
            if (met instanceof Error error) {
                throw error;
            }
            throw closed ? closed() : named(met).seenHere();
        }
    }

    private Future<?> begin(Runnable fetch, Consumer<CallListException> whenClosed) {
        try {
            return threads.begin(fetch, whenClosed);
        } catch (RejectedExecutionException e) {
            throw closed();
        }
    }

    private <T> void answer(Exchange<T> exchange, CompletableFuture<Answer<T>> answer) {
        try {
            answer.complete(here((FetchThread) Thread.currentThread(), exchange));
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }

    private CallListException named(Throwable met) {
        if (closed) {
            return closed();
        }
        if (met instanceof CallListException failure) {
            return failure;
        }
        return CallListException.of(Kind.NETWORK, connection.profile().provider())
                .detail("the request failed within the client ("
                        + met.getClass().getSimpleName() + ")")
                .build()
                .causedBy(met);
    }

    private CallListException closed() {
        return failed(Kind.CLOSED, "the lister was closed");
    }

    private CallListException failed(Kind kind, String detail) {
        return CallListException.of(kind, connection.profile().provider())
                .detail(detail)
                .build()
                .asException();
    }

    /** Breaks off what is under way; whoever waits fails with CLOSED. A user's own HTTP client stays open. */
    @Override
    public void close() {
        closed = true;
        threads.close();
        underWay.values().forEach(thread -> thread.close(closed()));
        if (ownsHttp) {
            connection.http().connectionPool().evictAll();
        }
    }
}
