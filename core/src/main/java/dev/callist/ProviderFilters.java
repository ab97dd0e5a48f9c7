package dev.callist;

import java.util.List;
import java.util.Map;

/**
 * Filters that one provider's API has and the neutral {@link CallQuery} does not; each provider module has its own,
 * such as {@code BirdFilters}. They go to the server as they are. Implementations are immutable.
 */
public interface ProviderFilters {
    /** The provider that takes these filters, {@link CallLister#provider()}. */
    String provider();

    /** The documented parameters by their names on the wire, in a fixed order, with their values as text. */
    Map<String, List<String>> parameters();
}
