package dev.callist.testkit.options;

import dev.callist.CallListException;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.RejectedRow;
import dev.callist.testkit.privacy.ThrowableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A listener that keeps the text of every event. */
public final class RecordingListener implements ListingListener {
    private final List<String> texts = new ArrayList<>();

    /** The texts up to now; more can be added. */
    public List<String> texts() {
        return texts;
    }

    @Override
    public synchronized void attemptSucceeded(SuccessfulAttempt attempt) {
        texts.add(attempt.toString());
    }

    @Override
    public synchronized void attemptFailed(FailedAttempt attempt) {
        texts.add(attempt.toString());
    }

    @Override
    public synchronized void pageFetched(FetchedPage page) {
        texts.add(page.toString());
    }

    @Override
    public synchronized void rowRejected(String provider, int page, RejectedRow row) {
        texts.add(row.toString());
    }

    @Override
    public synchronized void fieldsUnreadable(String provider, int page, Map<String, Long> fields) {
        texts.add(fields.toString());
    }

    @Override
    public synchronized void pageSizeReduced(String provider, int page, int rows) {
        texts.add("page " + page + ": " + rows + " rows");
    }

    @Override
    public synchronized void sourceFailed(String provider, CallListException failure) {
        texts.add(ThrowableText.printed(failure));
    }

    @Override
    public synchronized void ended(String provider, ListingReport report) {
        texts.add(report.toString());
    }
}
