package dev.callist;

import java.util.ArrayList;
import java.util.List;

/** Records what a walk reports to its listener. */
public class RecordingListener implements ListingListener {
    private final List<String> events = new ArrayList<>();

    public List<String> events() {
        return events;
    }

    @Override
    public void pageFetched(FetchedPage page) {
        events.add("page " + page.page() + ": " + page.calls() + " calls, " + page.rejected() + " rejected");
    }

    @Override
    public void rowRejected(String provider, int page, RejectedRow row) {
        events.add("rejected " + page + ":" + row.index() + " " + row.reason());
    }

    @Override
    public void sourceFailed(String provider, CallListException failure) {
        events.add("skipped " + failure.getMessage());
    }

    @Override
    public void ended(String provider, ListingReport report) {
        events.add("ended " + report.endReason().orElseThrow());
    }
}
