package dev.callist;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.immutables.value.Value;

/** How a lister talks to its server. Every setting has a default that is safe. Immutable and thread-safe. */
@Value.Immutable
@ValueStyle
@JsonIgnoreType
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public abstract class ClientOptions {
    ClientOptions() {}

    /** Starts with the defaults. */
    public static ClientOptionsBuilder builder() {
        return new ClientOptionsBuilder();
    }

    /** The defaults. */
    public static ClientOptions defaults() {
        return builder().build();
    }

    /** A builder that starts with these options. */
    public ClientOptionsBuilder toBuilder() {
        return builder().copyFrom(this);
    }

    /** How long a connection may take to be made; 10 s. */
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

    /** Attempts at one request, the first included; 5. */
    @Value.Default
    public int maxAttempts() {
        return 5;
    }

    /** The first wait's upper end, doubled from attempt to attempt (full jitter); 500 ms. */
    @Value.Default
    public Duration backoff() {
        return Duration.ofMillis(500);
    }

    /** The same after a 429 or 503; 1 s. */
    @Value.Default
    public Duration throttleBackoff() {
        return Duration.ofSeconds(1);
    }

    /** No wait of ours is longer than this; 20 s. */
    @Value.Default
    public Duration maxBackoff() {
        return Duration.ofSeconds(20);
    }

    /** A server that asks for a longer wait than this gets none: RATE_LIMITED at once; 60 s. */
    @Value.Default
    public Duration maxRetryAfter() {
        return Duration.ofSeconds(60);
    }

    /** Tokens that retries draw from, 5 each, and successes refill, so that an outage is not amplified; 100. */
    @Value.Default
    public int retryBudget() {
        return 100;
    }

    /** The longest answer, decompressed, in bytes; 32 MiB. */
    @Value.Default
    public int maxBodyBytes() {
        return 32 << 20;
    }

    /** How much of an error answer is read, in bytes; 64 KiB. */
    @Value.Default
    public int maxErrorBodyBytes() {
        return 64 << 10;
    }

    /** The most JSON tokens in an answer; 2 million. */
    @Value.Default
    public long maxJsonTokens() {
        return 2_000_000;
    }

    /** The deepest nesting in an answer, BAD_RESPONSE beyond it; 64. */
    @Value.Default
    public int maxJsonDepth() {
        return 64;
    }

    /** The most rows on a page, whatever was asked for; 10,000. */
    @Value.Default
    public int maxRows() {
        return 10_000;
    }

    /** Requests a second at most, over all walks of a lister; absent means no limit of ours. */
    public abstract OptionalDouble requestsPerSecond();

    /** Whether calls keep the provider's JSON, {@link Call#rawJson()}; on. */
    @Value.Default
    public boolean keepRawJson() {
        return true;
    }

    /** Whether server filters that rest on inferred facts are used, {@link QueryPlan#assumptions()}; on. */
    @Value.Default
    public boolean trustServerFilters() {
        return true;
    }

    /**
     * Receives events; does nothing by default. A listener that throws cannot fail a walk: what is returned here wraps the
     * one that was given, logs each event and every {@link RuntimeException} of the listener, and passes none on.
     */
    @Value.Default
    public ListingListener listener() {
        return ListingListener.NONE;
    }

    /**
     * A client of the user's own, whose connection pool, proxy, TLS settings and interceptors are used. Our safety settings
     * go on top (no redirects, no cookies, no cache, our timeouts), and closing a lister leaves it open.
     *
     * <p>What its interceptors log is the user's: {@link HttpRedaction} says what they must hide.
     */
    public abstract Optional<OkHttpClient> httpClient();

    /**
     * Gives the credential instead of a fixed one: asked before the first request, and once more after each 401, so that a
     * rotated key is taken up. Called from several threads, one at a time.
     */
    public abstract Optional<Supplier<String>> credentials();

    /** The {@code User-Agent} header; {@code callist}. */
    @Value.Default
    public String userAgent() {
        return "callist";
    }

    /** Time and waiting; the machine's. */
    @Value.Default
    public TimeSource time() {
        return TimeSource.system();
    }

    /** The source of jitter, used by several threads; thread-safe by default. */
    @Value.Default
    public RandomGenerator random() {
        return SharedRandom.INSTANCE;
    }

    private enum SharedRandom implements RandomGenerator {
        INSTANCE;

        @Override
        public long nextLong() {
            return ThreadLocalRandom.current().nextLong();
        }
    }

    /** Refuses what cannot work, and guards the listener. */
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

    /** The timeouts and attempts; nothing that was injected. */
    @Override
    public final String toString() {
        return "ClientOptions[connect " + connectTimeout() + ", read " + readTimeout() + ", call " + callTimeout()
                + ", " + maxAttempts() + " attempts]";
    }
}
