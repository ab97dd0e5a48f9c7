package dev.callist.internal.walk;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.internal.walk.source.PageAddress;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A page to fetch: its address and the state of its fetch. Guarded by the lock of its {@link PageFetcher}. */
final class PendingPage {
    /** The state of a fetch. */
    enum State {
        /** It has not been requested. */
        PLANNED,
        /** It was requested. */
        REQUESTED,
        /** Its response has arrived and is being read. */
        ANSWERED,
        /** It was read. */
        RECEIVED,
        /** It could not be fetched. */
        FAILED
    }

    private final PageAddress address;
    private final boolean isReplacement;
    private final @Nullable SplitStart split;
    private State state = State.PLANNED;
    private @Nullable Future<?> fetch;
    private long requestedAt;
    private long arrivedAt;
    private int rows;
    private @Nullable CallPage page;
    private @Nullable Throwable failure;

    /**
     * A page that has not been requested.
     *
     * @param isReplacement whether it is the first window of a split, read in place of the page that the provider named
     * @param split the start of that split, if its first window shows a page again
     */
    PendingPage(PageAddress address, boolean isReplacement, @Nullable SplitStart split) {
        this.address = address;
        this.isReplacement = isReplacement;
        this.split = split;
    }

    /** A page in sequence that has not been requested. */
    static PendingPage of(PageAddress address) {
        return new PendingPage(address, false, null);
    }

    /** Cancels the fetch and returns the page as not requested. */
    PendingPage again() {
        return again(address);
    }

    /** Cancels the fetch and returns the page as not requested, at the same place with another number of rows. */
    PendingPage again(PageAddress other) {
        cancel();
        return new PendingPage(other, isReplacement, split);
    }

    PageAddress address() {
        return address;
    }

    boolean isReplacement() {
        return isReplacement;
    }

    @Nullable
    SplitStart split() {
        return split;
    }

    State state() {
        return state;
    }

    boolean isUnderWay() {
        return state == State.REQUESTED || state == State.ANSWERED;
    }

    boolean isSettled() {
        return state == State.RECEIVED || state == State.FAILED;
    }

    /** When its response arrived, on the fetcher's own count of events. */
    long arrivedAt() {
        return arrivedAt;
    }

    /** Whether it was requested before an event. */
    boolean wasRequestedBefore(long event) {
        return requestedAt < event;
    }

    /** How many rows the response had. */
    int rows() {
        return rows;
    }

    void requested(Future<?> under, long event) {
        fetch = under;
        requestedAt = event;
        state = State.REQUESTED;
    }

    void answered(long event) {
        arrivedAt = event;
        state = State.ANSWERED;
    }

    void received(CallPage got, int rowsOfResponse, long event) {
        arrivedAt = state == State.ANSWERED ? arrivedAt : event;
        page = got;
        rows = rowsOfResponse;
        state = State.RECEIVED;
    }

    /** Lets the page be collected. */
    void release() {
        page = null;
    }

    void failed(Throwable cause) {
        failure = cause;
        state = State.FAILED;
    }

    void cancel() {
        if (fetch != null) {
            fetch.cancel(true);
        }
    }

    @Nullable
    CallPage page() {
        return page;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether it failed because its cursor has expired. */
    boolean isExpired() {
        return failure instanceof CallListException e && e.kind() == Kind.CURSOR_EXPIRED;
    }

    /** Whether it failed in a way that another attempt would not change. */
    boolean isRefused() {
        return failure instanceof CallListException e && !e.isRetryable();
    }
}
