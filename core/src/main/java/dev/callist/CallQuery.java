package dev.callist;

import dev.callist.internal.text.Masking;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Which calls to list. Every filter means the same with every provider: the walk applies each filter that a server
 * cannot apply or defines differently. A call without a field does not match a filter on that field, but it might if
 * the field were known, so the list is not reported as COMPLETE. Immutable and thread-safe.
 */
@Value.Immutable
@ValueStyle
public abstract class CallQuery {
    CallQuery() {}

    /** Starts building a query; without filters it selects every call. */
    public static CallQueryBuilder builder() {
        return new CallQueryBuilder();
    }

    /** Every call. */
    public static CallQuery all() {
        return builder().build();
    }

    /** The calls created in the half-open window: {@code from} is inside, {@code before} is not. */
    public static CallQuery createdBetween(Instant from, Instant before) {
        return builder().createdFrom(from).createdBefore(before).build();
    }

    /** The calls created in a month, as it begins and ends in a time zone. */
    public static CallQuery createdIn(YearMonth month, ZoneId zone) {
        return createdBetween(
                startOf(month.atDay(1), zone), startOf(month.plusMonths(1).atDay(1), zone));
    }

    /** The calls created on a day, as it begins and ends in a time zone. */
    public static CallQuery createdOn(LocalDate day, ZoneId zone) {
        return createdBetween(startOf(day, zone), startOf(day.plusDays(1), zone));
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A builder with the values of this query. */
    public CallQueryBuilder toBuilder() {
        return builder().copyFrom(this);
    }

    /** The earliest {@link Call#createdAt()}, inclusive. */
    public abstract Optional<Instant> createdFrom();

    /** The end of the window, exclusive. */
    public abstract Optional<Instant> createdBefore();

    /** Only calls of this direction. */
    public abstract Optional<CallDirection> direction();

    /** Only calls with one of these statuses; empty means any. */
    public abstract Set<CallStatus> statuses();

    /** Only calls from this party: an E.164 number with {@code +}, or an address exactly as the provider prints it. */
    public abstract Optional<String> from();

    /** Only calls to this party: an E.164 number with {@code +}, or an address exactly as the provider prints it. */
    public abstract Optional<String> to();

    /**
     * Only calls from or to this party: an E.164 number with {@code +}, or an address exactly as the provider prints
     * it.
     */
    public abstract Optional<String> party();

    /** The shortest {@link Call#duration()}, inclusive. */
    public abstract Optional<Duration> minDuration();

    /** The longest {@link Call#duration()}, inclusive. */
    public abstract Optional<Duration> maxDuration();

    /** Only calls that carry all of these tags, in upper or lower case; empty means any. */
    public abstract Set<String> tags();

    /** Calls per request, capped at the provider's maximum; absent means the lister's default. */
    public abstract OptionalInt pageSize();

    /**
     * Provider-specific filters. Each lister applies its own; a filter that no lister applies fails with
     * UNSUPPORTED_FILTER.
     */
    public abstract Set<ProviderFilters> providerFilters();

    /** The neutral filters that this query sets. */
    @Value.Lazy
    public Set<QueryFilter> filters() {
        EnumSet<QueryFilter> named = EnumSet.allOf(QueryFilter.class);
        named.removeIf(filter -> !filter.isSetIn(this));
        return Set.copyOf(named);
    }

    /** Whether the call satisfies every neutral filter of this query; {@link #providerFilters()} are not checked. */
    public final boolean matches(Call call) {
        return match(call) == Match.YES;
    }

    /**
     * Whether the call satisfies every neutral filter of this query. That is UNCLEAR if no filter rules the call out,
     * but one of them lacks the value that it needs: a field that is absent or could not be read, a word for direction
     * or status that is not known, or a party that is not a number where a number is requested.
     */
    public final Match match(Call call) {
        Match match = Match.YES;
        for (QueryFilter filter : filters()) {
            Match one = filter.match(this, call);
            if (one == Match.NO) {
                return Match.NO;
            }
            if (one == Match.UNCLEAR) {
                match = Match.UNCLEAR;
            }
        }
        return match;
    }

    /** Whether a call matches a query. */
    public enum Match {
        /** The call satisfies every filter. */
        YES,
        /** The call does not match. */
        NO,
        /** The call is not known to match, but it might if it had every value that the filters need. */
        UNCLEAR
    }

    /** Throws INVALID_CONFIG if the query is invalid. */
    @Value.Check
    final void check() {
        require(before(createdFrom(), createdBefore()), "createdFrom must be before createdBefore");
        require(from().filter(String::isBlank).isEmpty(), "from must not be blank");
        require(to().filter(String::isBlank).isEmpty(), "to must not be blank");
        require(party().filter(String::isBlank).isEmpty(), "party must not be blank");
        require(tags().stream().noneMatch(String::isBlank), "a tag must not be blank");
        require(minDuration().filter(Duration::isNegative).isEmpty(), "minDuration must not be negative");
        require(notAbove(minDuration(), maxDuration()), "minDuration must not exceed maxDuration");
        require(pageSize().orElse(1) > 0, "pageSize must be at least 1");
    }

    private static boolean before(Optional<Instant> from, Optional<Instant> end) {
        return from.isEmpty() || end.isEmpty() || from.get().isBefore(end.get());
    }

    private static boolean notAbove(Optional<Duration> least, Optional<Duration> most) {
        return least.isEmpty() || most.isEmpty() || least.get().compareTo(most.get()) <= 0;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw CallListException.invalidConfig("query", rule);
        }
    }

    /** The names of the filters that are set, and the window; numbers are masked. */
    @Override
    public final String toString() {
        EnumSet<QueryFilter> named = EnumSet.noneOf(QueryFilter.class);
        named.addAll(filters());
        return "CallQuery[" + named + ", from "
                + createdFrom().map(Instant::toString).orElse("-") + ", before "
                + createdBefore().map(Instant::toString).orElse("-") + ", "
                + from().map(Masking::address).orElse("-") + " to "
                + to().map(Masking::address).orElse("-")
                + party().map(either -> ", party " + Masking.address(either)).orElse("") + "]";
    }
}
