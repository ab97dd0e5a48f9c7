package dev.callist.sync;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.QueryFilter;
import dev.callist.TimeSource;
import dev.callist.provider.ValueStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** What a {@link CallSync} copies, and how. Every setting has a safe default. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class SyncOptions {
    /** The filters on properties that a call keeps. */
    private static final Set<QueryFilter> LASTING = EnumSet.of(
            QueryFilter.CREATED_FROM, QueryFilter.DIRECTION, QueryFilter.FROM, QueryFilter.TO, QueryFilter.PARTY);

    SyncOptions() {}

    /**
     * The filters of a query that a copy cannot have, because a call may match today and not tomorrow; and the end of a
     * window.
     */
    public static Set<QueryFilter> changing(CallQuery query) {
        Set<QueryFilter> changing = EnumSet.noneOf(QueryFilter.class);
        changing.addAll(query.filters());
        changing.removeAll(LASTING);
        return changing;
    }

    /** Starts building options from the defaults. */
    public static SyncOptionsBuilder builder() {
        return new SyncOptionsBuilder();
    }

    /** The defaults. */
    public static SyncOptions defaults() {
        return builder().build();
    }

    /** A builder with these options. */
    public SyncOptionsBuilder toBuilder() {
        return builder().copyFrom(this);
    }

    /**
     * Which calls to copy; all by default. {@link CallQuery#createdFrom()} is where history begins, and may be changed
     * afterwards: the next run reads what is missing. Filters on properties that change during the life of a call are
     * refused, because the copy would keep its old state; filter the copy instead.
     */
    @Value.Default
    public CallQuery query() {
        return CallQuery.all();
    }

    /**
     * Names the account, for calls whose provider gives none, and to tell sources apart; by default {@link
     * dev.callist.QueryPlan#identity()}, which contains the base URL. Keep the name: a different name is a different
     * source.
     */
    public abstract Optional<String> account();

    /**
     * How far before the watermark each run begins, for calls that are listed late or corrected; 3 days by default.
     * Zero relies on a provider that does neither.
     */
    @Value.Default
    public Duration lookback() {
        return Duration.ofDays(3);
    }

    /**
     * How long before the watermark a call may have been created and still be waited for: it has not ended, or has no
     * price yet where others have one. 7 days by default.
     */
    @Value.Default
    public Duration openFor() {
        return Duration.ofDays(7);
    }

    /**
     * Reads history from this time on in windows, newest first, after the recent calls. Without it, the first run is
     * one listing of everything that the query selects.
     */
    public abstract Optional<Instant> backfillFrom();

    /** How many requests may run at once where the provider allows it; 1 by default. */
    @Value.Default
    public int concurrency() {
        return 1;
    }

    /** How long a run waits while another run of this source is active; not at all by default. */
    @Value.Default
    public Duration patience() {
        return Duration.ZERO;
    }

    /** Whether each run reads a random earlier day again, if the provider selects by time; on by default. */
    @Value.Default
    public boolean audits() {
        return true;
    }

    /** Whether the store may copy one account with several queries; off by default, because it is usually a mistake. */
    @Value.Default
    public boolean allowsOtherQueries() {
        return false;
    }

    /** Is notified of progress; does nothing by default. */
    @Value.Default
    public SyncListener listener() {
        return new SyncListener() {};
    }

    /** The clock; by default that of {@link CallLister#options()}. */
    public abstract Optional<TimeSource> time();

    /**
     * Chooses the day that is read again and the order of ranges in doubt; by default {@link ClientOptions#random()}.
     */
    public abstract Optional<RandomGenerator> random();

    /** Throws INVALID_CONFIG if a setting is impossible. */
    @Value.Check
    final void check() {
        Set<QueryFilter> refused = changing(query());
        require(
                refused.isEmpty(),
                "a copy cannot be filtered by "
                        + refused.stream().map(SyncOptions::property).collect(Collectors.joining(", "))
                        + "; filter the copy instead");
        require(account().filter(String::isBlank).isEmpty(), "account must not be blank");
        require(!lookback().isNegative(), "lookback must not be negative");
        require(!openFor().isNegative(), "openFor must not be negative");
        require(!patience().isNegative(), "patience must not be negative");
        require(concurrency() > 0, "concurrency must be at least 1");
        require(
                backfillFrom().isEmpty() || query().createdFrom().isEmpty(),
                "give either backfillFrom or a query with createdFrom");
    }

    /** The name of a filter as a property of {@link CallQuery}. */
    private static String property(QueryFilter filter) {
        String[] words = filter.name().split("_");
        return words[0].toLowerCase(Locale.ROOT)
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new CallStoreException(CallStoreException.Kind.INVALID_CONFIG, rule);
        }
    }

    /** The query, with numbers masked, and the two lengths of time. */
    @Override
    public final String toString() {
        return "SyncOptions[" + query() + ", lookback " + lookback() + ", openFor " + openFor() + "]";
    }
}
