package dev.callist.internal.walk.resume;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Doubt;
import dev.callist.ResumePoint;
import dev.callist.internal.walk.source.PageAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The contents of a {@link ResumePoint}.
 *
 * @param fingerprint the list and the query that it belongs to; see {@link QueryFingerprint}
 * @param pageSize the page size in force; a cursor may count pages of this size
 * @param listEnd where the list ends, exclusive, if it was read again from a time
 * @param next the page to continue with; absent at the end of the list
 * @param passed the rows that the walk has passed
 * @param doubts why calls before this position may be missing
 */
public record ResumeState(
        String fingerprint,
        int pageSize,
        Optional<Instant> listEnd,
        Optional<PageAddress> next,
        PassedRows passed,
        Set<Doubt> doubts) {
    /** This position with other doubts. */
    public ResumeState with(Set<Doubt> known) {
        return new ResumeState(fingerprint, pageSize, listEnd, next, passed, known);
    }

    /**
     * This position in a list whose pages have this many rows; a cursor with a limit keeps the size that it may count
     * in.
     */
    public ResumeState withPagesOf(int rows) {
        boolean hasLimit =
                next.filter(address -> address.cursor().limit().isPresent()).isPresent();
        return hasLimit ? this : new ResumeState(fingerprint, rows, listEnd, next, passed, doubts);
    }

    /**
     * The state of a resume point, for a listing that would otherwise start here.
     *
     * @throws CallListException INVALID_RESUME_POINT when the point belongs to another list or query
     */
    public ResumeState startingAt(ResumePoint point, String provider) {
        ResumeState state = ResumeStateCodec.read(point);
        if (!state.fingerprint().equals(fingerprint)) {
            throw CallListException.of(Kind.INVALID_RESUME_POINT, provider)
                    .detail("it belongs to another provider, account, base URL or query; use the one it was made with")
                    .build()
                    .asException();
        }
        return state;
    }
}
