package dev.callist.testkit;

/**
 * A sandbox whose list is counted in rows, which shift while calls arrive or vanish. The calls that arrive have the indexes
 * from {@link #calls()} on, in the order in which they arrive, and are each made a second after the one before.
 */
public abstract sealed class ShiftingSandbox extends Sandbox permits PlivoDialerSandbox, SearchSandbox {
    private final ShiftingList list;

    ShiftingSandbox(SandboxServer server, ShiftingList list) {
        super(server);
        this.list = list;
    }

    /**
     * Lets calls arrive: newer than all others, they stand at the top from a request on.
     *
     * @param request the request's number, from 1
     */
    public final ShiftingSandbox arriveOn(int request, int calls) {
        list.arriveOn(request, calls);
        return this;
    }

    /**
     * Lets a call vanish: it is not in the list from a request on.
     *
     * @param request the request's number, from 1
     */
    public final ShiftingSandbox vanishOn(int request, int index) {
        list.vanishOn(request, index);
        return this;
    }

    /** Lets pages have no more rows than this, whatever is asked for. */
    public final ShiftingSandbox clampTo(int rows) {
        list.clampTo(rows);
        return this;
    }

    /** Lets every page be the first one, whichever is asked for. */
    public final ShiftingSandbox ignorePlaces() {
        list.ignorePlaces();
        return this;
    }

    /** Lets the list run oldest first. */
    final ShiftingSandbox oldestFirst() {
        list.order((row, total) -> total - 1 - row);
        return this;
    }

    /** Lets the list run in no order. */
    final ShiftingSandbox scrambled() {
        list.order((row, total) -> (int) (row * 7919L % total));
        return this;
    }
}
