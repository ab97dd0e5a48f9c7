package dev.callist.internal.walk.seen;

import dev.callist.Call;
import dev.callist.RejectedRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a row in 128 bits: a hash over provider, account, channel and id of a call, or over the text of a rejected
 * row. What a walk remembers of a row does not grow with the length of its id.
 *
 * <p>Rows of one id are equal. The identity, if it is known, says whether they can be the same call.
 */
public record CallKey(long high, long low, CallIdentity identity) {
    private static final CallKey START = new CallKey(0xcbf29ce484222325L, 0x6c62272e07bb0142L);
    private static final long HIGH_PRIME = 0x100000001b3L;
    private static final long LOW_FACTOR = 0x9e3779b97f4a7c15L;

    /** A key without an identity. */
    public CallKey(long high, long low) {
        this(high, low, CallIdentity.UNKNOWN);
    }

    /** The key of a call. */
    public static CallKey of(Call call) {
        return Prefix.of(call).key(call);
    }

    /** The key of a row that is not a call. */
    public static CallKey of(RejectedRow row) {
        return START.with("rejected").with(row.rawJson()).mixed();
    }

    /** What the keys of all calls of one account and channel begin with, so that only the ids are left to hash. */
    public record Prefix(String provider, Optional<String> account, Optional<String> channel, CallKey start) {
        /** The prefix of a call's key. */
        public static Prefix of(Call call) {
            CallKey start = START.with(call.provider())
                    .with(call.account().orElse(""))
                    .with(call.channel().orElse(""));
            return new Prefix(call.provider(), call.account(), call.channel(), start);
        }

        /** Whether the call belongs to the same account and channel. */
        public boolean fits(Call call) {
            return provider.equals(call.provider()) && account.equals(call.account()) && channel.equals(call.channel());
        }

        /** The key of a call that this prefix fits. */
        public CallKey key(Call call) {
            return start.with(call.id()).mixed();
        }
    }

    /** This key with the identity of its call. */
    public CallKey with(CallIdentity known) {
        return new CallKey(high, low, known);
    }

    /** A key of the same call that equals only such keys. */
    public CallKey aliased() {
        return new CallKey(~high, ~low);
    }

    /** The key of another call that has the same id. */
    CallKey other(long number) {
        return new CallKey(high, low + number * LOW_FACTOR).mixed();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallKey key && key.high == high && key.low == low;
    }

    @Override
    public int hashCode() {
        return (int) (high ^ low);
    }

    private CallKey with(String text) {
        long one = (high ^ text.length()) * HIGH_PRIME;
        long other = (low ^ text.length()) * LOW_FACTOR;
        for (int i = 0; i < text.length(); i++) {
            one = (one ^ text.charAt(i)) * HIGH_PRIME;
            other = (other ^ text.charAt(i)) * LOW_FACTOR;
        }
        return new CallKey(one, other);
    }

    private CallKey mixed() {
        return new CallKey(mixed(high), mixed(low));
    }

    /** Lets every bit of a hash depend on every other. */
    static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
