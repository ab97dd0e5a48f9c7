package dev.callist.testkit;

import dev.callist.TimeSource;
import dev.callist.testkit.internal.plivodialer.PlivoDialerDays;
import dev.callist.testkit.internal.plivodialer.PlivoDialerProtocol;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;

/**
 * The page-and-limit dialer API: the list of calls at {@code /api/v1/calls/}.
 *
 * <p>As documented: {@code Access-Token}; {@code page} from 1 and {@code limit} from 1 to 1,000, 100 when left out; all
 * query parameters of the page "Fetch Calls"; {@code meta} with {@code next}, a path that omits limit and filters and
 * is null on the last page. As seen: ids are numbers, instants whole seconds, phone numbers without {@code +}; a
 * missing value is {@code ""}, {@code []} or null.
 *
 * <p>Assumed, because it is not documented: newest first; days are in UTC-5, both included; a value out of range gives
 * a 422, a missing resource a 404, each with a JSON body; a page beyond the last is empty; unknown parameters are
 * ignored.
 *
 * <p>The dialer has no words for some statuses: scheduled calls are reported as queued, ringing calls as in progress,
 * and busy, failed and canceled calls as not answered.
 */
public final class PlivoDialerSandbox extends ShiftingSandbox {
    /** The token that the sandbox accepts. */
    public static final String ACCESS_TOKEN = "sandbox-access-token";

    private static final PlivoDialerDays USUAL_DAYS = new PlivoDialerDays(ZoneOffset.ofHours(-5), true);

    private PlivoDialerSandbox(ShiftingList list, PlivoDialerDays days, int port) {
        super(new PlivoDialerProtocol(list, days), list, port);
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
     * @throws UncheckedIOException if the port is in use
     */
    public static PlivoDialerSandbox start(int calls, int port) {
        return new PlivoDialerSandbox(new ShiftingList(calls), USUAL_DAYS, port);
    }

    /**
     * Starts a server on a free port that takes other days for {@code dateFrom} and {@code dateTo}.
     *
     * @param zone the zone of the days
     * @param includesLastDay whether calls of the day {@code dateTo} are listed
     */
    public static PlivoDialerSandbox startWithDays(int calls, ZoneOffset zone, boolean includesLastDay) {
        return new PlivoDialerSandbox(new ShiftingList(calls), new PlivoDialerDays(zone, includesLastDay), 0);
    }

    /**
     * Starts a server whose list changes over time.
     *
     * @param time its clock
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static PlivoDialerSandbox start(ChangingCalls calls, TimeSource time, int port) {
        return new PlivoDialerSandbox(new ShiftingList(calls.source(time)), USUAL_DAYS, port);
    }
}
