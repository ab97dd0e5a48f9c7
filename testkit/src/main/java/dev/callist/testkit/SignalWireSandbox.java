package dev.callist.testkit;

import dev.callist.TimeSource;
import dev.callist.testkit.internal.calls.FixedCalls;
import dev.callist.testkit.internal.calls.ListedCalls;
import dev.callist.testkit.internal.laml.LamlProtocol;
import dev.callist.testkit.internal.signalwire.SignalWireDialect;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * SignalWire's Compatibility API: the list of a project's calls, and one call by its sid, with {@code .json} or
 * without.
 *
 * <p>As documented or seen: HTTP Basic; {@code PageSize} from 1 to 1000, 50 when left out; links relative to the host
 * that already have {@code /api/laml} in them, null at the ends; a {@code PageToken} of {@code PA} or {@code PB} and
 * the sid of the row that the page follows or precedes, so that new calls do not shift pages; {@code Page} alone, which
 * they do shift; parameters whose case matters; dates in RFC 2822 and whole seconds; errors with a number as their
 * code.
 *
 * <p>Assumed, because it is not documented: newest first; links repeat the filters; {@code StartTime} and {@code
 * EndTime} mean that very second, with {@code <} that second or before, with {@code >} that second or after, and leave
 * out calls without one; unknown parameters are ignored; a path that is not the API's is a 404 in plain text, any other
 * error JSON: 400 for a token, 422 for another parameter.
 *
 * <p>The API has no word for a scheduled call: the sandbox lists such calls as {@code queued}, so that a neutral status
 * of SCHEDULED elsewhere is QUEUED with SignalWire. It also has no tags, names, contacts, or instants of ringing and
 * answering. Its dates have whole seconds, while the list keeps the order of the true instants: the same window selects
 * the same calls as with other providers if its ends are whole seconds. A live call has a duration of 0 here; other
 * providers leave it out.
 */
public final class SignalWireSandbox extends Sandbox {
    /** The only project; it has all calls. */
    public static final String PROJECT_ID = "5b0d9c3e-7a41-4f26-9d18-e30c6b87a2f4";

    /** The API token that the sandbox accepts. */
    public static final String API_TOKEN = "PTsandbox-api-token";

    private SignalWireSandbox(Supplier<ListedCalls> source, int port) {
        super(new LamlProtocol(new SignalWireDialect(), source), port);
    }

    /**
     * Starts a server on a free port.
     *
     * @param calls how many calls the list has, 0 or more; they need no memory
     */
    public static SignalWireSandbox start(int calls) {
        return start(calls, 0);
    }

    /**
     * Starts a server.
     *
     * @param calls how many calls the list has, 0 or more; they need no memory
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static SignalWireSandbox start(int calls, int port) {
        return new SignalWireSandbox(FixedCalls.source(calls), port);
    }

    /**
     * Starts a server whose list changes over time.
     *
     * @param time its clock
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static SignalWireSandbox start(ChangingCalls calls, TimeSource time, int port) {
        return new SignalWireSandbox(calls.source(time), port);
    }
}
