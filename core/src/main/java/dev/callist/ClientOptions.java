package dev.callist;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.immutables.value.Value;

/** How a lister communicates with its server. Every setting has a safe default. Immutable and thread-safe. */
@Value.Immutable
@ValueStyle
@JsonIgnoreType
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public abstract class ClientOptions {
    ClientOptions() {}

    /** Starts building options from the defaults. */
    public static ClientOptionsBuilder builder() {
        return new ClientOptionsBuilder();
    }

    /** The defaults. */
    public static ClientOptions defaults() {
        return builder().build();
    }

    /** A builder with the values of these options. */
    public ClientOptionsBuilder toBuilder() {
        return builder().copyFrom(this);
    }

    /** How long connecting may take; 10 s. */
    @Value.Default
    public Duration connectTimeout() {
        return Duration.ofSeconds(10);
    }

    /** How long the server may be silent; 30 s. */
    @Value.Default
    public Duration readTimeout() {
        return Duration.ofSeconds(30);
    }

    /** How long one attempt may take from the first to the last byte; 60 s. */
    @Value.Default
    public Duration callTimeout() {
        return Duration.ofSeconds(60);
    }

    /**
     * Attempts at one request, the first included; 5. Attempts that were throttled do not count, because a quota may
     * take minutes to recover: they are repeated as long as the deadline and {@link #retryBudget()} allow. With 1,
     * nothing is retried.
     */
    @Value.Default
    public int maxAttempts() {
        return 5;
    }

    /** The upper bound of the first wait, doubled with each attempt (full jitter); 500 ms. */
    @Value.Default
    public Duration backoff() {
        return Duration.ofMillis(500);
    }

    /**
     * The upper bound of the first wait after a 429 or 503, doubled with each attempt (full jitter); 1 s. After
     * throttling it grows up to {@link #maxRetryAfter()}, else up to {@link #maxBackoff()}.
     */
    @Value.Default
    public Duration throttleBackoff() {
        return Duration.ofSeconds(1);
    }

    /** The longest wait between attempts, unless the server asks for a longer one; 20 s. */
    @Value.Default
    public Duration maxBackoff() {
        return Duration.ofSeconds(20);
    }

    /** The longest wait that a server may ask for; a longer one fails with RATE_LIMITED at once; 60 s. */
    @Value.Default
    public Duration maxRetryAfter() {
        return Duration.ofSeconds(60);
    }

    /**
     * Tokens for retries, so that retries do not amplify an outage: each retry takes 5, and successes refill them; 100.
     * Without a success, they last for 20 retries. The failure's message says when they were spent.
     */
    @Value.Default
    public int retryBudget() {
        return 100;
    }

    /** The largest response in bytes, decompressed and also before that; 32 MiB. */
    @Value.Default
    public int maxBodyBytes() {
        return 32 << 20;
    }

    /** How much of an error response is read, in bytes; 64 KiB. */
    @Value.Default
    public int maxErrorBodyBytes() {
        return 64 << 10;
    }

    /** The most JSON tokens in a response; 2 million. */
    @Value.Default
    public long maxJsonTokens() {
        return 2_000_000;
    }

    /** The deepest JSON nesting in a response; deeper nesting is a BAD_RESPONSE; 64. */
    @Value.Default
    public int maxJsonDepth() {
        return 64;
    }

    /** The most rows in a response, regardless of the page size; 10,000. */
    @Value.Default
    public int maxRows() {
        return 10_000;
    }

    /** The most requests a second over all walks of a lister; absent means unlimited. */
    public abstract OptionalDouble requestsPerSecond();

    /** Whether calls keep the provider's JSON, {@link Call#rawJson()}; on. */
    @Value.Default
    public boolean keepRawJson() {
        return true;
    }

    /** Whether to use server filters that rely on inferred facts, see {@link QueryPlan#assumptions()}; on. */
    @Value.Default
    public boolean trustServerFilters() {
        return true;
    }

    /**
     * Receives events; does nothing by default. This method returns a wrapper that logs each event, and catches and
     * logs every {@link RuntimeException} of the listener, so that it cannot fail a walk.
     */
    @Value.Default
    public ListingListener listener() {
        return ListingListener.NONE;
    }

    /**
     * An HTTP client of your own, whose connection pool, proxy, TLS settings and interceptors are used. Redirects,
     * cookies, cache and timeouts follow these options instead, and closing a lister leaves the client open.
     *
     * <p>You are responsible for what its interceptors log: {@link HttpRedaction} lists what they must hide.
     */
    public abstract Optional<OkHttpClient> httpClient();

    /**
     * Supplies the credential in place of a fixed one. Called before the first request and again after each 401, so
     * that a rotated key takes effect. Called by several threads, one at a time.
     */
    public abstract Optional<Supplier<String>> credentials();

    /** The {@code User-Agent} header; {@code callist}. */
    @Value.Default
    public String userAgent() {
        return "callist";
    }

    /** The clock and the way to wait; those of the system by default. */
    @Value.Default
    public TimeSource time() {
        return TimeSource.system();
    }

    /** The source of jitter, used by several threads; thread-safe by default. */
    @Value.Default
    public RandomGenerator random() {
        return SharedRandom.INSTANCE;
    }

    /**
     * Creates the threads that fetch pages, one for each request that is under way; daemon threads named {@code
     * callist-page} by default. With the factory of {@code Thread.ofVirtual()}, from Java 21 on, many thousand walks
     * need only a few platform threads. A thread ends after a second without work; if it is not a daemon thread, it
     * keeps the program alive until then.
     *
     * <p>With a factory of your own, connections are made on its threads too, which try the addresses of a host one
     * after another instead of at once.
     */
    @Value.Default
    public ThreadFactory threadFactory() {
        return DaemonThreads.INSTANCE;
    }

    private enum DaemonThreads implements ThreadFactory {
        INSTANCE;

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "callist-page");
            thread.setDaemon(true);
            return thread;
        }
    }

    private enum SharedRandom implements RandomGenerator {
        INSTANCE;

        @Override
        public long nextLong() {
            return ThreadLocalRandom.current().nextLong();
        }
    }

    /** Throws INVALID_CONFIG if an option is invalid, and wraps the listener. */
    @Value.Check
    final ClientOptions check() {
        requirePositive(connectTimeout(), "connectTimeout");
        requirePositive(readTimeout(), "readTimeout");
        requirePositive(callTimeout(), "callTimeout");
        requireNotNegative(backoff(), "backoff");
        requireNotNegative(throttleBackoff(), "throttleBackoff");
        requireNotNegative(maxBackoff(), "maxBackoff");
        requireNotNegative(maxRetryAfter(), "maxRetryAfter");
        require(maxAttempts() >= 1, "maxAttempts must be at least 1");
        require(retryBudget() >= 0, "retryBudget must not be negative");
        require(maxBodyBytes() >= 1 && maxErrorBodyBytes() >= 1, "size limits must be at least 1");
        require(maxJsonTokens() >= 1 && maxJsonDepth() >= 1 && maxRows() >= 1, "JSON limits must be at least 1");
        require(
                requestsPerSecond().orElse(1) > 0 && requestsPerSecond().orElse(1) <= 1e6,
                "requestsPerSecond must be more than 0 and at most a million");
        require(isHeaderValue(userAgent()), "userAgent must be printable ASCII");
        return listener() instanceof GuardedListener
                ? this
                : toBuilder().listener(new GuardedListener(listener())).build();
    }

    private static boolean isHeaderValue(String text) {
        return !text.isBlank() && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static void requirePositive(Duration time, String name) {
        require(time.compareTo(Duration.ofMillis(1)) >= 0 && fitsMillis(time), name + " must be from 1 ms to 24 days");
    }

    private static void requireNotNegative(Duration time, String name) {
        require(!time.isNegative() && fitsMillis(time), name + " must be from 0 to 24 days");
    }

    private static boolean fitsMillis(Duration time) {
        return time.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) <= 0;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw CallListException.invalidConfig("options", rule);
        }
    }

    /** The timeouts and attempts; no injected object. */
    @Override
    public final String toString() {
        return "ClientOptions[connect " + connectTimeout() + ", read " + readTimeout() + ", call " + callTimeout()
                + ", " + maxAttempts() + " attempts]";
    }
}
