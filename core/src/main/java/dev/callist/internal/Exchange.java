package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import dev.callist.ListingListener.FailedAttempt;
import dev.callist.internal.IoFailures.Stage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request with all its attempts. It runs on a thread of ours, so that whoever waits for it can give up at any moment.
 */
final class Exchange<T> implements Callable<Answer<T>> {
    private static final MediaType JSON = MediaType.get("application/json");

    private final Connection connection;
    private final ApiRequest request;
    private final Shape<T> shape;
    private final Consumer<Glance> came;
    private volatile okhttp3.@Nullable Call running;
    private volatile boolean cancelled;

    /** {@code came} is told of each successful answer as soon as it is there. */
    Exchange(Connection connection, ApiRequest request, Shape<T> shape, Consumer<Glance> came) {
        this.connection = connection;
        this.request = request;
        this.shape = shape;
        this.came = came;
    }

    /** What the exchanges of a client share. */
    record Connection(
            ApiProfile profile,
            ClientOptions options,
            OkHttpClient http,
            Secret secret,
            Decoder decoder,
            RetryPolicy retries,
            Pace pace,
            GuardedListener listener) {}

    private record Served<T>(T value, Optional<Instant> at) {}

    /** Breaks off the attempt under way and makes no further one. */
    void cancel() {
        cancelled = true;
        okhttp3.Call call = running;
        if (call != null) {
            call.cancel();
        }
    }

    @Override
    public Answer<T> call() throws InterruptedException {
        Duration waited = Duration.ZERO;
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            sleep(connection.pace().reserve(connection.options().time().nanoTime()));
            String secret = connection.secret().value();
            try {
                Served<T> served = attempt(secret);
                connection.retries().succeededAfter(attempt - 1);
                return new Answer<>(served.value(), attempt - 1, waited, served.at());
            } catch (AttemptFailed failed) {
                if (cancelled) {
                    throw failed.after(attempt);
                }
                boolean renew =
                        !renewed && isRefused(failed) && connection.secret().renew(secret);
                Optional<Duration> wait = renew ? Optional.of(Duration.ZERO) : waitAfter(attempt, failed);
                renewed |= renew;
                tell(attempt, failed, wait);
                if (wait.isEmpty()) {
                    throw failed.after(attempt);
                }
                if (failed.failure().retryAfter().isPresent()) {
                    connection.pace().hold(connection.options().time().nanoTime(), wait.get());
                }
                sleep(wait.get());
                waited = waited.plus(wait.get());
            }
        }
    }

    private void sleep(Duration time) throws InterruptedException {
        if (!time.isZero()) {
            connection.options().time().sleep(time);
        }
    }

    private static boolean isRefused(AttemptFailed failed) {
        return failed.failure().kind() == Kind.AUTHENTICATION;
    }

    private Optional<Duration> waitAfter(int attempt, AttemptFailed failed) {
        try {
            return connection.retries().waitAfter(attempt, failed);
        } catch (CallListException e) {
            tell(attempt, failed, Optional.empty());
            throw e;
        }
    }

    private Served<T> attempt(String secret) throws AttemptFailed, InterruptedException {
        UsedConnection used = new UsedConnection();
        try {
            Served<T> served = send(secret, used);
            if (used.isInStep()) {
                return served;
            }
        } catch (AttemptFailed failed) {
            if (cancelled || used.isInStep()) {
                throw failed;
            }
        }
        throw IoFailures.outOfStep(connection.profile().provider(), request.url());
    }

    private Served<T> send(String secret, UsedConnection used) throws AttemptFailed {
        okhttp3.Call call = connection.http().newCall(httpRequest(secret, used));
        running = call;
        if (cancelled) {
            call.cancel();
        }
        boolean answered = false;
        boolean trusted = false;
        QuietWatchdog quiet = new QuietWatchdog(connection.options().readTimeout());
        try (Response response = call.execute()) {
            answered = true;
            if (response.isSuccessful()) {
                T value = connection.decoder().decode(response, shape, came);
                trusted = true;
                return new Served<>(value, servedAt(response));
            }
            throw StatusFailures.of(
                    connection.profile(),
                    request,
                    response,
                    connection.options().time().now(),
                    connection.options().maxErrorBodyBytes(),
                    connection.secret().forms(secret));
        } catch (AttemptFailed failed) {
            trusted = !isDubious(failed);
            throw failed;
        } catch (IOException | RuntimeException e) {
            throw IoFailures.of(
                    connection.profile().provider(), request.url(), e, answered ? Stage.ANSWERED : used.stage());
        } finally {
            quiet.end();
            used.end(trusted);
        }
    }

    /** Whether the server has lost its way: then what follows on the connection may be anything. */
    private static boolean isDubious(AttemptFailed failed) {
        return failed.failure().kind() == Kind.BAD_RESPONSE || failed.failure().kind() == Kind.SERVER_ERROR;
    }

    private static Optional<Instant> servedAt(Response response) {
        return Optional.ofNullable(response.headers().getDate("Date")).map(Date::toInstant);
    }

    private Request httpRequest(String secret, UsedConnection used) {
        Request.Builder built = new Request.Builder()
                .url(request.url())
                .tag(ApiRequest.class, request)
                .tag(UsedConnection.class, used);
        request.json().ifPresent(json -> built.post(RequestBody.create(json, JSON)));
        return built.header("Accept", "application/json")
                .header("User-Agent", connection.options().userAgent())
                .header(connection.secret().header(), connection.secret().headerValue(secret))
                .build();
    }

    private void tell(int attempt, AttemptFailed failed, Optional<Duration> retryIn) {
        connection
                .listener()
                .attemptFailed(new FailedAttempt(
                        connection.profile().provider(),
                        request.toString(),
                        attempt,
                        failed.failure().kind(),
                        failed.failure().status(),
                        retryIn));
    }
}
