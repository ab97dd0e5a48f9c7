package dev.callist.internal.walk.source;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How the list of one query can be split into time windows, each of which an ordinary query asks for. */
public interface TimeWindows {
    /** The earliest time of any window. */
    Instant start();

    /** Narrows the query of the list to one window. */
    CallQuery within(CallQuery query, TimeWindow window);

    /** The time of a call by which the server selects. */
    Optional<Instant> serverTime(Call call);

    /** How much later than their creation the server times of calls may be, to judge by a page. */
    Duration longestDelay(CallPage page);
}
