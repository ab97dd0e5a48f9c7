package dev.callist.internal;

import java.time.Instant;
import java.util.Optional;

/** How a provider writes instants. Reading never fails: what is no instant is absent. */
@FunctionalInterface
public interface InstantForm {
    /** The instant that a text or number stands for. */
    Optional<Instant> read(String text);
}
