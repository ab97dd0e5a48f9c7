package dev.callist;

import dev.callist.ListingReport.EndReason;
import java.time.Instant;
import java.util.Optional;

/** One lister's part in a merged walk: a walk of its own, looked one call ahead. */
final class MergedSource {
    private final CallLister lister;
    private final Walk walk;
    private Optional<Call> head = Optional.empty();
    private boolean hasEnded;
    private volatile boolean leftOut;

    MergedSource(Listing listing) {
        this.lister = listing.lister();
        this.walk = new Walk(listing);
    }

    CallLister lister() {
        return lister;
    }

    Walk walk() {
        return walk;
    }

    /** Waits for the next call, unless it is known already or none is to come. */
    void look() {
        if (head.isEmpty() && !hasEnded && !leftOut) {
            head = walk.peek();
            hasEnded = head.isEmpty();
        }
    }

    boolean hasHead() {
        return head.isPresent();
    }

    boolean isHeadUndated() {
        return head.flatMap(Call::createdAt).isEmpty();
    }

    /** When the next call was created; later than all others when it does not say. */
    Instant headCreatedAt() {
        return head.flatMap(Call::createdAt).orElse(Instant.MAX);
    }

    Call handOver() {
        Call call = walk.next();
        head = Optional.empty();
        return call;
    }

    /** How the walk of this lister ended when it failed. */
    EndReason failureReason() {
        return walk.report().endReason().orElse(EndReason.FAILED);
    }

    /** Asks no more of this lister; its place stays. */
    void leaveOut() {
        leftOut = true;
        walk.close();
    }

    boolean isLeftOut() {
        return leftOut;
    }
}
