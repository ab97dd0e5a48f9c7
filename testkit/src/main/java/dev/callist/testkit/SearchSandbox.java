package dev.callist.testkit;

import dev.callist.TimeSource;
import dev.callist.testkit.internal.search.SearchProtocol;
import java.io.UncheckedIOException;

/**
 * The offset Search Calls API: {@code POST /v1/calls/search}.
 *
 * <p>As documented or seen: {@code X-WHIPPY-KEY}; {@code limit}, 50 when left out, {@code offset} and {@code timeout}
 * in the query; 17 filters as JSON, most of them one value or a list; durations in milliseconds; three forms of dates;
 * errors as a list of descriptions.
 *
 * <p>Assumed, because it is not documented: newest first; {@code {"data":[…],"total":N}}; {@code limit} from 1 to
 * 1,000; after and before are both exclusive and select by {@code created_at}; numbers are compared as printed; a
 * status is {@code call_} and its usual name; a value out of range gives a 422; unknown filters are ignored.
 */
public final class SearchSandbox extends ShiftingSandbox {
    /** The key that the sandbox accepts. */
    public static final String API_KEY = "sandbox-api-key";

    /** The only channel; it has all calls. */
    public static final String CHANNEL_ID = "5b0d7c1e-94a3-4f26-8e57-c1d20b6f9a34";

    private SearchSandbox(ShiftingList list, int port) {
        super(new SearchProtocol(list), list, port);
    }

    /**
     * Starts a server on a free port.
     *
     * @param calls how many calls the list has, 0 or more; they need no memory unless they are filtered
     */
    public static SearchSandbox start(int calls) {
        return start(calls, 0);
    }

    /**
     * Starts a server.
     *
     * @param calls how many calls the list has, 0 or more
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static SearchSandbox start(int calls, int port) {
        return new SearchSandbox(new ShiftingList(calls), port);
    }

    /**
     * Starts a server whose list changes over time.
     *
     * @param time its clock
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static SearchSandbox start(ChangingCalls calls, TimeSource time, int port) {
        return new SearchSandbox(new ShiftingList(calls.source(time)), port);
    }
}
