package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.RejectedRow;
import java.lang.System.Logger.Level;

/** Tells a user's listener and the log; an exception from the listener is logged by its type and goes no further. */
public final class GuardedListener implements ListingListener {
    private static final System.Logger LOG = System.getLogger("dev.callist");

    private final ListingListener listener;

    /** A guard around a user's listener. */
    public GuardedListener(ListingListener listener) {
        this.listener = listener;
    }

    @Override
    public void attemptFailed(FailedAttempt attempt) {
        LOG.log(Level.DEBUG, "{0}", attempt);
        guard(() -> listener.attemptFailed(attempt));
    }

    @Override
    public void pageFetched(FetchedPage page) {
        LOG.log(Level.TRACE, "{0}", page);
        guard(() -> listener.pageFetched(page));
    }

    @Override
    public void rowRejected(String provider, int page, RejectedRow row) {
        LOG.log(Level.DEBUG, "{0}: page {1}: {2}", provider, page, row);
        guard(() -> listener.rowRejected(provider, page, row));
    }

    @Override
    public void sourceFailed(String provider, CallListException failure) {
        LOG.log(Level.DEBUG, "left out: {0}", failure.getMessage());
        guard(() -> listener.sourceFailed(provider, failure));
    }

    @Override
    public void ended(String provider, ListingReport report) {
        LOG.log(Level.DEBUG, "{0}: {1}", provider, report);
        guard(() -> listener.ended(provider, report));
    }

    private static void guard(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "a listing listener failed with {0}",
                    e.getClass().getName());
        }
    }
}
