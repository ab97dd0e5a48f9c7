package dev.callist;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;

/**
 * Logs each event and passes it on to a user's listener. A {@link RuntimeException} of the listener is caught, and its
 * type is logged.
 */
record GuardedListener(ListingListener listener) implements ListingListener {
    private static final System.Logger LOG = System.getLogger("dev.callist");

    @Override
    public void attemptSucceeded(SuccessfulAttempt attempt) {
        LOG.log(Level.TRACE, "{0}", attempt);
        guard(() -> listener.attemptSucceeded(attempt));
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
    public void fieldsUnreadable(String provider, int page, Map<String, Long> fields) {
        LOG.log(Level.DEBUG, "{0}: page {1}: unreadable fields: {2}", provider, page, fields);
        guard(() -> listener.fieldsUnreadable(provider, page, fields));
    }

    @Override
    public void pageSizeReduced(String provider, int page, int rows) {
        LOG.log(Level.DEBUG, "{0}: page {1}: pages of {2} rows from now on", provider, page, rows);
        guard(() -> listener.pageSizeReduced(provider, page, rows));
    }

    @Override
    public void sourceFailed(String provider, CallListException failure) {
        LOG.log(Level.DEBUG, "skipped: {0}", failure.getMessage());
        guard(() -> listener.sourceFailed(provider, failure));
    }

    @Override
    public void clockDiffers(String provider, Duration ahead) {
        LOG.log(Level.DEBUG, "{0}: the server''s clock differs by {1}", provider, ahead);
        guard(() -> listener.clockDiffers(provider, ahead));
    }

    @Override
    public void ended(String provider, ListingReport report) {
        LOG.log(Level.DEBUG, "{0}: {1}", provider, report);
        guard(() -> listener.ended(provider, report));
    }

    private static void guard(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a ListingListener threw {0}", e.getClass().getName());
        }
    }
}
