package dev.callist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page after the sieve: what of it is to be handed over, and what was left out.
 *
 * @param cursor where the page was fetched
 * @param page the page as it came
 * @param calls the calls to hand over
 * @param next where the walk goes on; absent when it ends here
 * @param duplicates calls seen before
 * @param filtered calls that the query does not want
 * @param ordered whether the list still ran newest first
 * @param bound the frozen upper end of the walk's window
 * @param rejoined whether the place of a resume has been passed, so that every call from here on remains to be handed over
 * @param certain whether nothing that matches can have been left out
 */
record Batch(
        Cursor cursor,
        CallPage page,
        List<Call> calls,
        Optional<Cursor> next,
        int duplicates,
        int filtered,
        boolean ordered,
        Optional<Instant> bound,
        boolean rejoined,
        boolean certain) {}
