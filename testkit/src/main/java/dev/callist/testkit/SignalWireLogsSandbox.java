package dev.callist.testkit;

import dev.callist.TimeSource;
import dev.callist.testkit.internal.calls.FixedCalls;
import dev.callist.testkit.internal.calls.ListedCalls;
import dev.callist.testkit.internal.signalwire.VoiceLogProtocol;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * SignalWire's voice log: the list of a project's entries, and one entry by its id.
 *
 * <p>As documented: HTTP Basic; {@code page_size} from 1 to 1000, 50 when left out; absolute links within {@code
 * links}, without {@code next} on the last page; a {@code page_number} above 0 needs a {@code page_token}; entries of
 * all documented types; no direction for Dialogflow calls, and no status for legs of a call fabric; a {@code url} that
 * ends in the sid for LaML calls; deleted entries, of which only the id and two times are left, if {@code
 * include_deleted} is true.
 *
 * <p>Assumed, because it is not documented: newest first; a {@code page_token} of {@code PA} or {@code PB} and the id
 * of the entry that the page follows or precedes; an entry's id is not the sid of its call; {@code created_after} and
 * {@code created_before} are days in UTC, of which the first is included and the last is not; unknown parameters are
 * ignored; a 404 is plain text, and any other error JSON with a list of errors.
 *
 * <p>The log has no word for a scheduled call, and no tags, names, contacts, or times other than that of the entry.
 */
public final class SignalWireLogsSandbox extends Sandbox {
    /** The only project, that of {@link SignalWireSandbox}. */
    public static final String PROJECT_ID = SignalWireSandbox.PROJECT_ID;

    /** The API token that the sandbox accepts, that of {@link SignalWireSandbox}. */
    public static final String API_TOKEN = SignalWireSandbox.API_TOKEN;

    private static final int DELETED_EACH = 10;

    private SignalWireLogsSandbox(Supplier<ListedCalls> source, Predicate<SandboxCall> isDeleted, int port) {
        super(new VoiceLogProtocol(source, isDeleted), port);
    }

    /**
     * Starts a server on a free port.
     *
     * @param calls how many entries the log has, 0 or more; they need no memory
     */
    public static SignalWireLogsSandbox start(int calls) {
        return start(calls, 0);
    }

    /**
     * Starts a server.
     *
     * @param calls how many entries the log has, 0 or more; they need no memory
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static SignalWireLogsSandbox start(int calls, int port) {
        return new SignalWireLogsSandbox(FixedCalls.source(calls), call -> false, port);
    }

    /**
     * Starts a server whose log changes over time.
     *
     * @param time its clock
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static SignalWireLogsSandbox start(ChangingCalls calls, TimeSource time, int port) {
        return new SignalWireLogsSandbox(calls.source(time), call -> false, port);
    }

    /**
     * Starts a server on a free port, with a log of which the entries with an index that ends in 5 were deleted a day
     * after they were made.
     *
     * @param calls how many entries the log has, including those that were deleted
     */
    public static SignalWireLogsSandbox startWithDeleted(int calls) {
        return new SignalWireLogsSandbox(FixedCalls.source(calls), SignalWireLogsSandbox::isDeleted, 0);
    }

    private static boolean isDeleted(SandboxCall call) {
        return call.index() % DELETED_EACH == DELETED_EACH / 2;
    }
}
