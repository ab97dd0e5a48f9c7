package dev.callist;

/**
 * Which call this is, in 128 bits: a hash over provider, account, channel and id, so that what is remembered of a call does
 * not grow with its id.
 */
record CallKey(long high, long low) {
    static CallKey of(Call call) {
        String account = call.account().orElse("");
        String channel = call.channel().orElse("");
        return new CallKey(
                Hash64.of(call.provider(), account, channel, call.id()),
                Hash64.of(call.id(), channel, account, call.provider()));
    }
}
