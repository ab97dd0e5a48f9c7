package dev.callist.testkit.splits;

import dev.callist.testkit.SandboxRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a provider's requests and pages are written. */
public interface SplitWire {
    /** The earliest time that a request selects. */
    Optional<Instant> from(SandboxRequest request);

    /** The latest time that a request selects. */
    Optional<Instant> until(SandboxRequest request);

    /** The most rows of the page. */
    int pageSize(SandboxRequest request);

    /** How many of the selected rows precede the page. */
    int place(SandboxRequest request);

    /** A page; {@code next} is the place of the one after it. */
    String page(List<SplitRow> rows, Optional<Integer> next);
}
