package dev.callist;

import java.util.Optional;

/**
 * Which call this is, in 128 bits: a hash over provider, account, channel and id, so that what is remembered of a call does
 * not grow with its id.
 */
record CallKey(long high, long low) {
    private static final CallKey START = new CallKey(0xcbf29ce484222325L, 0x6c62272e07bb0142L);
    private static final long HIGH_PRIME = 0x100000001b3L;
    private static final long LOW_FACTOR = 0x9e3779b97f4a7c15L;

    static CallKey of(Call call) {
        return Kin.of(call).key(call);
    }

    /** The calls of one account and channel: their keys begin alike, so that only the ids are left to hash. */
    record Kin(String provider, Optional<String> account, Optional<String> channel, CallKey start) {
        static Kin of(Call call) {
            CallKey start = START.with(call.provider())
                    .with(call.account().orElse(""))
                    .with(call.channel().orElse(""));
            return new Kin(call.provider(), call.account(), call.channel(), start);
        }

        boolean has(Call call) {
            return provider.equals(call.provider()) && account.equals(call.account()) && channel.equals(call.channel());
        }

        CallKey key(Call call) {
            CallKey whole = start.with(call.id());
            return new CallKey(Hash64.mixed(whole.high), Hash64.mixed(whole.low));
        }
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
}
