package dev.callist.internal.merge;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.ListingReport.EndReason;
import dev.callist.RejectedRow;
import dev.callist.internal.walk.QueryListing;
import dev.callist.internal.walk.Walk;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One lister's part in a merged walk: a separate walk whose next call is known before it is handed over. */
final class MergedSource {
    private final CallLister lister;
    private final Walk walk;
    private Optional<Call> head = Optional.empty();
    private boolean hasEnded;
    private volatile boolean isSkipped;

    MergedSource(QueryListing listing, Consumer<RejectedRow> onRejected) {
        this.lister = listing.lister();
        this.walk = listing.walk(onRejected);
    }

    CallLister lister() {
        return lister;
    }

    Walk walk() {
        return walk;
    }

    /** Waits for the next call, unless it is known already or none follows. */
    void look() {
        if (head.isEmpty() && !hasEnded && !isSkipped) {
            head = walk.peek();
            hasEnded = head.isEmpty();
        }
    }

    boolean hasHead() {
        return head.isPresent();
    }

    /** The next call, which must be known. */
    Call head() {
        return head.orElseThrow();
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

    /** Asks this lister no more; its position is kept. */
    void skip() {
        isSkipped = true;
        walk.close();
    }

    boolean isSkipped() {
        return isSkipped;
    }
}
