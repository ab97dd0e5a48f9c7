package dev.callist.provider;

import dev.callist.CallParty;
import org.jspecify.annotations.Nullable;

/**
 * Returns equal parties as one object. An account's own numbers occur in call after call, and a party computes the
 * E.164 form of a national number only once, so reuse saves computing it for every call. A {@link RowMapper} of a
 * provider that gives {@link CallParty#countryCode()} keeps one of these; it lives as long as its lister.
 *
 * <p>It holds 4,096 parties at most. Thread-safe: threads that race may get two equal objects.
 */
public final class RecentParties {
    private static final int MOST = 4096;

    private final @Nullable CallParty[] recent = new CallParty[MOST];

    /** An equal party that was seen earlier, or this one. */
    public CallParty reuse(CallParty party) {
        if (!isCostlyToRead(party)) {
            return party;
        }
        int hash = 31 * party.address().hashCode() + party.countryCode().hashCode();
        int slot = (hash ^ (hash >>> 16)) & (MOST - 1);
        CallParty known = recent[slot];
        if (known != null && known.equals(party)) {
            return known;
        }
        recent[slot] = party;
        return party;
    }

    /** Whether the E.164 form must be computed by the rules of a country. */
    private static boolean isCostlyToRead(CallParty party) {
        return party.kind() == CallParty.Kind.PHONE
                && party.countryCode().isPresent()
                && !party.international()
                && !party.address().startsWith("+");
    }
}
