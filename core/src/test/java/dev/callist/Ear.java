package dev.callist;

import java.util.ArrayList;
import java.util.List;

/** Writes down what it hears. */
class Ear implements ListingListener {
    private final List<String> told = new ArrayList<>();

    List<String> told() {
        return told;
    }

    @Override
    public void pageFetched(FetchedPage page) {
        told.add("page " + page.page() + ": " + page.calls() + " calls, " + page.rejected() + " rejected");
    }

    @Override
    public void rowRejected(String provider, int page, RejectedRow row) {
        told.add("rejected " + page + ":" + row.index() + " " + row.reason());
    }

    @Override
    public void sourceFailed(String provider, CallListException failure) {
        told.add("left out " + failure.getMessage());
    }

    @Override
    public void ended(String provider, ListingReport report) {
        told.add("ended " + report.endReason().orElseThrow());
    }
}
