package dev.callist.internal.walk.seen;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import java.util.Optional;

/**
 * What a call is apart from its id, in 128 bits: hashes of both parties, of its creation, its parent and its duration,
 * and its direction. Two rows with one id are the same call only if none of these differs. A part that is zero is not
 * known and differs from nothing: a live call has no duration yet, and a queued one may have no callee.
 *
 * @param parties the caller and the callee, 32 bits each
 * @param facts creation, 24 bits; parent, 19 bits; duration of a call that is not live, 19 bits; direction, 2 bits
 */
public record CallIdentity(long parties, long facts) {
    /** The identity of a call of which nothing is known. */
    public static final CallIdentity UNKNOWN = new CallIdentity(0, 0);

    private static final long CALLER = -1L << 32;
    private static final long CALLEE = ~CALLER;
    private static final long CREATED = -1L << 40;
    private static final long PARENT = ~CREATED & (-1L << 21);
    private static final long DURATION = (1L << 21) - 4;
    private static final long DIRECTION = 3;

    /** The identity of a call. */
    public static CallIdentity of(Call call) {
        return new CallIdentity(
                part(call.from().map(CallParty::address), CALLER)
                        | part(call.to().map(CallParty::address), CALLEE),
                part(call.createdAt(), CREATED)
                        | part(call.parentId(), PARENT)
                        | part(call.duration().filter(any -> !isLive(call.status())), DURATION)
                        | direction(call.direction()));
    }

    /** Whether both may belong to one call, because nothing that is known of both differs. */
    boolean fits(CallIdentity other) {
        return fit(parties, other.parties, CALLER)
                && fit(parties, other.parties, CALLEE)
                && fit(facts, other.facts, CREATED)
                && fit(facts, other.facts, PARENT)
                && fit(facts, other.facts, DURATION)
                && fit(facts, other.facts, DIRECTION);
    }

    /** This, and what is known of another one that fits. */
    CallIdentity and(CallIdentity other) {
        return new CallIdentity(parties | other.parties, facts | other.facts);
    }

    private static boolean fit(long one, long other, long mask) {
        return (one & mask) == 0 || (other & mask) == 0 || ((one ^ other) & mask) == 0;
    }

    /** The hash of a value, never zero, in the bits of a mask. */
    private static long part(Optional<?> value, long mask) {
        if (value.isEmpty()) {
            return 0;
        }
        long hash = CallKey.mixed(value.get().hashCode()) & mask;
        return hash == 0 ? mask : hash;
    }

    private static boolean isLive(CallStatus status) {
        return switch (status) {
            case SCHEDULED, QUEUED, RINGING, IN_PROGRESS -> true;
            case COMPLETED, BUSY, NO_ANSWER, FAILED, CANCELED, UNKNOWN -> false;
        };
    }

    private static long direction(CallDirection direction) {
        return switch (direction) {
            case INBOUND -> 1;
            case OUTBOUND -> 2;
            case UNKNOWN -> 0;
        };
    }
}
