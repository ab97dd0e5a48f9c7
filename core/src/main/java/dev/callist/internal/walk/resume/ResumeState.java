package dev.callist.internal.walk.resume;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Completeness;
import dev.callist.ResumePoint;
import dev.callist.internal.walk.source.PageAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link ResumePoint} knows.
 *
 * @param fingerprint the list and the query that it belongs to, see {@link QueryFingerprint}
 * @param pageSize the page size in force; a cursor may count pages of this size
 * @param bound the frozen upper end of the window, exclusive
 * @param next the page to continue with; absent at the end of the list
 * @param passed the rows that the walk has passed
 * @param known the worst completeness of the calls handed over so far
 */
public record ResumeState(
        String fingerprint,
        int pageSize,
        Optional<Instant> bound,
        Optional<PageAddress> next,
        PassedRows passed,
        Completeness known) {
    /** This position, with the completeness of the calls handed over. */
    public ResumeState knowing(Completeness worst) {
        return new ResumeState(fingerprint, pageSize, bound, next, passed, worst);
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
