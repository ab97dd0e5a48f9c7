package dev.callist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.immutables.value.Value;

/**
 * One page as the server returned it. It may contain calls that the query does not match or that an earlier page
 * contained. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class CallPage {
    CallPage() {}

    /** Starts building a page. */
    public static CallPageBuilder builder() {
        return new CallPageBuilder();
    }

    /** A page that arrived on the first attempt, without rejected rows. */
    public static CallPage of(List<Call> calls, Optional<Cursor> next) {
        return builder().calls(calls).next(next).build();
    }

    /** A builder with the values of this page. */
    public CallPageBuilder toBuilder() {
        return builder().copyFrom(this);
    }

    /** The calls in the server's order. */
    public abstract List<Call> calls();

    /** Where the next page starts; absent on the last one. */
    public abstract Optional<Cursor> next();

    /** The number of rows in the list according to the server: a hint that may be wrong or change. */
    public abstract OptionalLong total();

    /** The rows that are not calls. */
    public abstract List<RejectedRow> rejected();

    /** Why rows may be missing on this page or before it, as far as the response shows; usually empty. */
    public abstract Set<ListingReport.Doubt> doubts();

    /**
     * The index of the first row in the whole list, from 0, in a list that is counted in rows; absent in other lists.
     * Rows of such a list shift while calls are added or removed, so a walk lets consecutive pages overlap and joins
     * them.
     */
    public abstract OptionalInt firstRow();

    /** Failed attempts before this page arrived. */
    @Value.Default
    public int retries() {
        return 0;
    }

    /** Time spent waiting between those attempts. */
    @Value.Default
    public Duration waited() {
        return Duration.ZERO;
    }

    /** The server's time when it responded. */
    public abstract Optional<Instant> servedAt();

    /** How many calls and rejected rows there are, and whether a page follows. */
    @Override
    public final String toString() {
        return "CallPage[" + calls().size() + " calls, " + rejected().size() + " rejected, "
                + (next().isPresent() ? "more follow" : "last") + "]";
    }
}
