package dev.callist.testkit;

import dev.callist.testkit.internal.plivodialer.PlivoDialerProtocol;
import java.io.UncheckedIOException;

/**
 * The page and limit dialer API: the list of calls at {@code /api/v1/calls/}.
 *
 * <p>As documented: {@code Access-Token}; {@code page} from 1 and {@code limit} from 1 to 1,000, 100 when left out; all query
 * parameters of the page "Fetch Calls"; {@code meta} with {@code next}, a path that forgets limit and filters and is null on
 * the last page. As seen: ids are numbers, instants whole seconds, phone numbers without {@code +}; what a row does not have
 * comes as {@code ""}, {@code []} or null.
 *
 * <p>Assumed, because nothing says so: newest first; days are those five hours behind UTC, both included; what is out of range
 * is a 422, what is missing a 404, each with a JSON body; a page beyond the last is empty; unknown parameters are ignored.
 *
 * <p>The dialer has no words for some statuses: scheduled calls wait in the queue, ringing ones are in progress, busy, failed
 * and canceled ones are not answered.
 */
public final class PlivoDialerSandbox extends ShiftingSandbox {
    /** The token that is let in. */
    public static final String ACCESS_TOKEN = "sandbox-access-token";

    private PlivoDialerSandbox(ShiftingList list, int port) {
        super(new PlivoDialerProtocol(list), list, port);
    }

    /**
     * Starts a server on a free port.
     *
     * @param calls how many calls the list has, 0 or more; they need no memory unless they are filtered
     */
    public static PlivoDialerSandbox start(int calls) {
        return start(calls, 0);
    }

    /**
     * Starts a server.
     *
     * @param calls how many calls the list has, 0 or more
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException when the port is taken
     */
    public static PlivoDialerSandbox start(int calls, int port) {
        return new PlivoDialerSandbox(new ShiftingList(calls), port);
    }
}
