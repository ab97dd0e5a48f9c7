package dev.callist;

import java.util.List;
import java.util.Map;

/**
 * Filters of one provider's API that the neutral {@link CallQuery} lacks; each provider module has its own type, such
 * as {@code BirdFilters}. They are sent to the server unchanged. Implementations are immutable.
 */
public interface ProviderFilters {
    /** The provider that these filters are for, as in {@link CallLister#provider()}. */
    String provider();

    /** The documented parameters by their names on the wire, in a fixed order, with their values as text. */
    Map<String, List<String>> parameters();
}
