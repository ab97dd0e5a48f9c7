package dev.callist.testkit;

import dev.callist.TimeSource;
import dev.callist.testkit.internal.calls.FixedCalls;
import dev.callist.testkit.internal.calls.ListedCalls;
import dev.callist.testkit.internal.laml.LamlProtocol;
import dev.callist.testkit.internal.twilio.TwilioDialect;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * Twilio's API for calls: the list of an account's calls, and one call by its sid, both with {@code .json} at the end.
 *
 * <p>As documented, or as Twilio's Java client expects it: HTTP Basic; {@code PageSize} from 1 to 1000, 50 when left
 * out; links relative to the host, null at the ends; a {@code PageToken} of {@code PA} or {@code PB} and the sid of the
 * row that the page follows or precedes, so that new calls do not shift pages; {@code Page} alone, which they do shift;
 * newest first; times of filters as days or times in UTC, where {@code <} includes that time and earlier ones and
 * {@code >} that time and later ones; dates in RFC 2822 and whole seconds; durations, waits and prices as text, prices
 * negative; errors with {@code code}, {@code message}, {@code more_info} and {@code status}.
 *
 * <p>Assumed, because it is not documented: links repeat the filters; filters by time leave out calls without one;
 * unknown parameters are ignored; a parameter that is not valid is a 400.
 *
 * <p>The API has no word for a scheduled call: the sandbox lists such calls as {@code queued}, so that a neutral status
 * of SCHEDULED elsewhere is QUEUED with Twilio. It also has no tags, contacts, or instants of ringing and answering.
 * Its dates have whole seconds, while the list keeps the order of the true instants: the same window selects the same
 * calls as with other providers if its ends are whole seconds. Some calls are those of a SIP trunk.
 */
public final class TwilioSandbox extends Sandbox {
    /** The only account; it has all calls. */
    public static final String ACCOUNT_SID = "AC5b0d9c3e7a414f269d18e30c6b87a2f4";

    /** The auth token that the sandbox accepts. */
    public static final String AUTH_TOKEN = "sandbox-auth-token";

    private TwilioSandbox(Supplier<ListedCalls> source, int port) {
        super(new LamlProtocol(new TwilioDialect(), source), port);
    }

    /**
     * Starts a server on a free port.
     *
     * @param calls how many calls the list has, 0 or more; they need no memory
     */
    public static TwilioSandbox start(int calls) {
        return start(calls, 0);
    }

    /**
     * Starts a server.
     *
     * @param calls how many calls the list has, 0 or more; they need no memory
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static TwilioSandbox start(int calls, int port) {
        return new TwilioSandbox(FixedCalls.source(calls), port);
    }

    /**
     * Starts a server whose list changes over time.
     *
     * @param time its clock
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static TwilioSandbox start(ChangingCalls calls, TimeSource time, int port) {
        return new TwilioSandbox(calls.source(time), port);
    }
}
