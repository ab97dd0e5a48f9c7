package dev.callist.testkit;

/**
 * A sandbox whose list is counted in rows, which shift while calls arrive or vanish. The calls that arrive have the
 * indexes from {@link #calls()} on, in the order in which they arrive; each is created a second after the previous one.
 */
public class ShiftingSandbox extends Sandbox {
    private final ShiftingList list;

    /**
     * Starts a server.
     *
     * @param list the list that the protocol serves
     * @param port the port to listen on; 0 means any that is free
     */
    protected ShiftingSandbox(ProviderProtocol protocol, ShiftingList list, int port) {
        super(protocol, port);
        this.list = list;
    }

    /**
     * Starts a server for a protocol of your own on a free port.
     *
     * @param list the list that the protocol serves
     */
    public static ShiftingSandbox start(ProviderProtocol protocol, ShiftingList list) {
        return new ShiftingSandbox(protocol, list, 0);
    }

    /**
     * Adds calls: from a request on they are at the top, newer than all others.
     *
     * @param request the request's number, from 1
     * @throws IllegalStateException if the calls of the sandbox change over time
     */
    public final ShiftingSandbox arriveOn(int request, int calls) {
        list.arriveOn(request, calls);
        return this;
    }

    /**
     * Removes a call: from a request on it is not in the list.
     *
     * @param request the request's number, from 1
     */
    public final ShiftingSandbox vanishOn(int request, int index) {
        list.vanishOn(request, index);
        return this;
    }

    /** Limits pages to this many rows, even if more are requested. */
    public final ShiftingSandbox clampTo(int rows) {
        list.clampTo(rows);
        return this;
    }

    /** Answers every request with the first page. */
    public final ShiftingSandbox ignorePlaces() {
        list.ignorePlaces();
        return this;
    }

    /** Orders the list oldest first. */
    public final ShiftingSandbox oldestFirst() {
        list.order((row, total) -> total - 1 - row);
        return this;
    }

    /** Puts the list out of order. */
    public final ShiftingSandbox scrambled() {
        list.order((row, total) -> (int) (row * 7919L % total));
        return this;
    }
}
