package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallListing;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadFactory;

/**
 * Publishes the calls of a listing. Each subscriber gets a walk of its own.
 *
 * @param threads creates the thread of each walk
 */
public record CallPublisher(CallListing listing, ThreadFactory threads) implements Flow.Publisher<Call> {
    @Override
    public void subscribe(Flow.Subscriber<? super Call> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        new CallSubscription(subscriber, listing.iterator(), threads).start();
    }

    /** The listing. */
    @Override
    public String toString() {
        return "Publisher of " + listing;
    }
}
