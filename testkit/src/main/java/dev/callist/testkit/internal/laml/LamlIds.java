package dev.callist.testkit.internal.laml;

import java.util.Optional;
import java.util.UUID;

/** How a list writes the ids of its calls. */
public interface LamlIds {
    String sid(UUID call);

    /** The call of a sid; absent if the text does not have the form of one. */
    Optional<UUID> call(String sid);
}
