package dev.callist.testkit.history;

import dev.callist.CallDirection;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of a {@link ChangingList}.
 *
 * @param key identifies the row; a call that is in the list twice has two
 * @param call which call this is
 * @param at when it was created, to the second
 * @param start when it began, at that time or later; some lists are ordered by it
 * @param isDated whether the row has its creation time
 * @param hasId whether the row has an id; without one it is rejected
 * @param status one of a few statuses that every provider has one word for
 * @param isOutbound whether the call is outbound
 * @param seconds its duration
 * @param isGone whether it has vanished from the list
 */
record ListedCall(
        int key,
        int call,
        Instant at,
        Instant start,
        boolean isDated,
        boolean hasId,
        CallStatus status,
        boolean isOutbound,
        int seconds,
        boolean isGone) {
    /** The call's id in every provider's list. */
    String id() {
        return Integer.toString(call);
    }

    ListedCall gone() {
        return new ListedCall(key, call, at, start, isDated, hasId, status, isOutbound, seconds, true);
    }

    ListedCall withKey(int other) {
        return new ListedCall(other, call, at, start, isDated, hasId, status, isOutbound, seconds, isGone);
    }

    ListedCall updated(CallStatus other, int otherSeconds) {
        return new ListedCall(key, call, at, start, isDated, hasId, other, isOutbound, otherSeconds, isGone);
    }

    /** The same call without the time that it shows. */
    ListedCall undated() {
        return new ListedCall(key, call, at, start, false, hasId, status, isOutbound, seconds, isGone);
    }

    /** The same call with a later or an earlier time. */
    ListedCall movedBy(Duration time) {
        return new ListedCall(
                key, call, at.plus(time), start.plus(time), isDated, hasId, status, isOutbound, seconds, isGone);
    }

    /** Whether a listing of the query must hand it over; computed here, independently of {@link CallQuery#match}. */
    boolean isWantedBy(CallQuery query) {
        Optional<Instant> shown = Optional.of(at).filter(any -> isDated);
        Duration took = Duration.ofSeconds(seconds);
        CallDirection direction = isOutbound ? CallDirection.OUTBOUND : CallDirection.INBOUND;
        boolean isWithin = query.createdFrom()
                        .map(from ->
                                shown.filter(made -> made.compareTo(from) >= 0).isPresent())
                        .orElse(true)
                && query.createdBefore()
                        .map(end ->
                                shown.filter(made -> made.compareTo(end) < 0).isPresent())
                        .orElse(true);
        return hasId
                && isWithin
                && query.direction().orElse(direction) == direction
                && (query.statuses().isEmpty() || query.statuses().contains(status))
                && query.minDuration().orElse(took).compareTo(took) <= 0
                && query.maxDuration().orElse(took).compareTo(took) >= 0;
    }

    @Override
    public String toString() {
        return call + (hasId ? "" : "!");
    }
}
