package dev.callist.provider;

import dev.callist.CallParty;
import org.jspecify.annotations.Nullable;

/**
 * Lets parties with the same national number share its E.164 form. An account's own numbers and its frequent callers
 * occur in call after call, and the form is costly to compute. A {@link RowMapper} of a provider that gives {@link
 * CallParty#countryCode()} keeps one of these; it lives as long as its lister.
 *
 * <p>It holds 4,096 parties at most. Thread-safe: threads that race may compute a form twice.
 */
public final class RecentParties {
    private static final int MOST = 4096;

    private final @Nullable CallParty[] recent = new CallParty[MOST];

    /** The party, or an equal one that was seen earlier; a party with the same number shares its E.164 form. */
    public CallParty reuse(CallParty party) {
        if (!isCostlyToRead(party)) {
            return party;
        }
        int hash = 31 * party.address().hashCode() + party.countryCode().hashCode();
        int slot = (hash ^ (hash >>> 16)) & (MOST - 1);
        CallParty known = recent[slot];
        if (known == null || !hasSameNumber(known, party)) {
            recent[slot] = party;
            return party;
        }
        return known.equals(party) ? known : party.sharingNumberOf(known);
    }

    private static boolean hasSameNumber(CallParty one, CallParty other) {
        return one.address().equals(other.address()) && one.countryCode().equals(other.countryCode());
    }

    /** Whether the E.164 form must be computed by the rules of a country. */
    private static boolean isCostlyToRead(CallParty party) {
        return party.kind() == CallParty.Kind.PHONE
                && party.countryCode().isPresent()
                && !party.international()
                && !party.address().startsWith("+");
    }
}
