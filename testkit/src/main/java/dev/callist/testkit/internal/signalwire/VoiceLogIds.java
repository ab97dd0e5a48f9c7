package dev.callist.testkit.internal.signalwire;

import dev.callist.testkit.internal.laml.LamlIds;
import dev.callist.testkit.internal.server.QueryParameters;
import java.util.Optional;
import java.util.UUID;

/** The ids of the voice log's entries, which are not the sids of their calls. */
public final class VoiceLogIds implements LamlIds {
    private static final long FLIPPED = 0x5A5A_5A5AL;

    @Override
    public String sid(UUID call) {
        return flipped(call).toString();
    }

    @Override
    public Optional<UUID> call(String id) {
        return QueryParameters.uuid(id).map(VoiceLogIds::flipped);
    }

    private static UUID flipped(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ FLIPPED);
    }
}
