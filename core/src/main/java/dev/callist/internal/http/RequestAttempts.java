package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingListener.FailedAttempt;
import dev.callist.ListingListener.SuccessfulAttempt;
import dev.callist.internal.http.IoErrors.Stage;
import dev.callist.internal.http.connection.ConnectionTrust;
import dev.callist.internal.http.connection.WatchdogHold;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentType;
import dev.callist.internal.text.PathTemplate;
import dev.callist.internal.threads.AttemptScope;
import dev.callist.internal.threads.CancellableTask;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request with all its attempts. It runs in a {@code FetchTask}, so that its caller can give up at any moment.
 */
final class RequestAttempts<T> implements CancellableTask<DecodedResponse<T>> {
    private static final MediaType JSON = MediaType.get("application/json");

    private final ClientContext context;
    private final WireRequest request;
    private final DocumentType<T> type;
    private final Consumer<BodyBytes> received;
    private final Optional<AttemptScope> scope = AttemptScope.current();
    private volatile okhttp3.@Nullable Call running;
    private int status;
    private int bodyLength;
    private volatile boolean cancelled;

    /** {@code received} is called with the body of each successful response before it is decoded. */
    RequestAttempts(ClientContext context, WireRequest request, DocumentType<T> type, Consumer<BodyBytes> received) {
        this.context = context;
        this.request = request;
        this.type = type;
        this.received = received;
    }

    /** Cancels the running attempt and prevents further ones. */
    @Override
    public void cancel() {
        cancelled = true;
        okhttp3.Call call = running;
        if (call != null) {
            call.cancel();
        }
    }

    @Override
    public DecodedResponse<T> run() throws InterruptedException {
        Duration waited = Duration.ZERO;
        boolean renewed = false;
        int throttled = 0;
        for (int attempt = 1; ; attempt++) {
            sleep(context.limiter().reserve(context.options().time().nanoTime()));
            String secret = context.credential().value();
            scope.ifPresent(AttemptScope::begin);
            try {
                long start = context.options().time().nanoTime();
                DecodedResponse<T> response = attempt(secret);
                notifyListener(attempt, context.options().time().nanoTime() - start);
                context.retries().succeededAfter(attempt - 1);
                return response.after(attempt - 1, waited);
            } catch (AttemptException failed) {
                if (cancelled) {
                    throw failed.after(attempt);
                }
                throttled += failed.isThrottled() ? 1 : 0;
                boolean renew = !renewed
                        && isRefused(failed)
                        && isInScope(failed)
                        && context.credential().renew(secret);
                Optional<Duration> wait = renew ? Optional.of(Duration.ZERO) : waitAfter(attempt, throttled, failed);
                renewed |= renew;
                notifyListener(attempt, failed, wait);
                if (wait.isEmpty()) {
                    throw last(failed, attempt);
                }
                if (failed.isThrottled() || failed.failure().retryAfter().isPresent()) {
                    context.limiter().hold(context.options().time().nanoTime(), wait.get());
                }
                sleep(wait.get());
                waited = waited.plus(wait.get());
            }
        }
    }

    /** A transient failure says something about the size of the page only if it was repeated. */
    private CallListException last(AttemptException failed, int attempts) {
        boolean mayPass = failed.isWorthRetrying() && attempts == 1 && scope.isEmpty();
        return mayPass ? failed.ofAnyPageAfter(attempts) : failed.after(attempts);
    }

    private void sleep(Duration time) throws InterruptedException {
        if (!time.isZero()) {
            context.options().time().sleep(time);
        }
    }

    private static boolean isRefused(AttemptException failed) {
        return failed.failure().kind() == Kind.AUTHENTICATION;
    }

    /** Whether the scope of this request, if it has one, allows another attempt. */
    private boolean isInScope(AttemptException failed) {
        Kind kind = failed.failure().kind();
        return scope.map(bounds -> bounds.allowsMoreAfter(kind)).orElse(true);
    }

    private Optional<Duration> waitAfter(int attempt, int throttled, AttemptException failed) {
        if (!isInScope(failed)) {
            return Optional.empty();
        }
        try {
            return context.retries().waitAfter(attempt, throttled, failed);
        } catch (CallListException e) {
            notifyListener(attempt, failed, Optional.empty());
            throw e;
        }
    }

    private DecodedResponse<T> attempt(String secret) throws AttemptException, InterruptedException {
        ConnectionTrust trust = new ConnectionTrust();
        try {
            DecodedResponse<T> response = send(secret, trust);
            if (trust.isInStep()) {
                return response;
            }
        } catch (AttemptException failed) {
            if (cancelled || trust.isInStep()) {
                throw failed;
            }
        }
        throw IoErrors.outOfStep(context.server().provider(), peer());
    }

    private DecodedResponse<T> send(String secret, ConnectionTrust trust) throws AttemptException {
        okhttp3.Call call = context.http().newCall(httpRequest(secret, trust));
        running = call;
        if (cancelled) {
            call.cancel();
        }
        boolean answered = false;
        boolean trusted = false;
        WatchdogHold hold = new WatchdogHold(context.options().readTimeout());
        try (Response response = call.execute()) {
            answered = true;
            if (response.isSuccessful()) {
                status = response.code();
                T value = context.decoder().decode(response, type, this::receive);
                trusted = true;
                return DecodedResponse.first(value, servedAt(response));
            }
            throw StatusErrors.of(
                    context, request, response, context.credential().forms(secret));
        } catch (AttemptException failed) {
            trusted = !isDubious(failed);
            throw failed;
        } catch (IOException | RuntimeException e) {
            Stage unanswered = trust.isConnected() ? Stage.CONNECTED : Stage.CONNECTING;
            throw IoErrors.of(context.server().provider(), peer(), e, answered ? Stage.ANSWERED : unanswered);
        } finally {
            hold.end();
            trust.end(trusted);
        }
    }

    private void receive(BodyBytes body) {
        bodyLength = body.length();
        received.accept(body);
    }

    private ServerPeer peer() {
        return ServerPeer.of(context.http(), request.url());
    }

    /** Whether anything may follow the response on its connection, because the server is faulty. */
    private static boolean isDubious(AttemptException failed) {
        return failed.failure().kind() == Kind.BAD_RESPONSE || failed.failure().kind() == Kind.SERVER_ERROR;
    }

    private static Optional<Instant> servedAt(Response response) {
        return Optional.ofNullable(response.headers().getDate("Date")).map(Date::toInstant);
    }

    private Request httpRequest(String secret, ConnectionTrust trust) {
        Request.Builder built = new Request.Builder()
                .url(request.url())
                .tag(PathTemplate.class, request.path())
                .tag(ConnectionTrust.class, trust);
        if (request.isTyped()) {
            built.header("Content-Type", JSON.toString());
        }
        request.json().ifPresent(json -> built.post(RequestBody.create(json, JSON)));
        return built.header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", context.options().userAgent())
                .header(context.credential().header(), context.credential().headerValue(secret))
                .build();
    }

    private void notifyListener(int attempt, long nanos) {
        SuccessfulAttempt event = new SuccessfulAttempt(
                context.server().provider(), request.toString(), attempt, status, bodyLength, Duration.ofNanos(nanos));
        context.options().listener().attemptSucceeded(event);
    }

    private void notifyListener(int attempt, AttemptException failed, Optional<Duration> retryIn) {
        FailedAttempt event = new FailedAttempt(
                context.server().provider(),
                request.toString(),
                attempt,
                failed.failure().kind(),
                failed.failure().status(),
                retryIn);
        scope.ifPresent(bound -> bound.failed(event));
        context.options().listener().attemptFailed(event);
    }
}
