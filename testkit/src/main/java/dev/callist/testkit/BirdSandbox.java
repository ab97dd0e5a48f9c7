package dev.callist.testkit;

import dev.callist.TimeSource;
import dev.callist.testkit.internal.bird.BirdProtocol;
import dev.callist.testkit.internal.calls.FixedCalls;
import dev.callist.testkit.internal.calls.ListedCalls;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * Bird's Voice Calls API: the list of a channel, the list of the workspace, and one call by its id.
 *
 * <p>As documented or seen: newest first; {@code limit} from 1 to 1000, 10 when left out; a {@code nextPageToken} that
 * holds only the position of the page's last row, so that filters must be sent again with it; a token after every
 * page that is full, so that an empty page may follow the last row; 401, 404 and 422 with a JSON body; a
 * {@code Messagebird-Request-Id} on every response.
 *
 * <p>Assumed, because it is not documented: {@code startAt} and {@code endAt} select by {@code createdAt} and are both
 * inclusive; {@code from} and {@code to} are compared as printed; repeated {@code tag} and {@code channelId} mean any
 * of them; other parameters may be given once; unknown ones are ignored.
 */
public final class BirdSandbox extends Sandbox {
    /** The only workspace. */
    public static final String WORKSPACE_ID = "8f3c1a52-6d0e-4b79-9a41-c27be05d1f38";

    /** The only channel; it has all calls. */
    public static final String CHANNEL_ID = "d05b9e67-13fa-4c82-b6d4-7e90a1c8253f";

    /** The access key that the sandbox accepts, as {@code AccessKey} or {@code Bearer}. */
    public static final String ACCESS_KEY = "sandbox-access-key";

    private BirdSandbox(Supplier<ListedCalls> source, int port) {
        super(new BirdProtocol(source), port);
    }

    /**
     * Starts a server on a free port.
     *
     * @param calls how many calls the list has, 0 or more; they need no memory
     */
    public static BirdSandbox start(int calls) {
        return start(calls, 0);
    }

    /**
     * Starts a server.
     *
     * @param calls how many calls the list has, 0 or more; they need no memory
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static BirdSandbox start(int calls, int port) {
        return new BirdSandbox(FixedCalls.source(calls), port);
    }

    /**
     * Starts a server whose list changes over time.
     *
     * @param time its clock
     * @param port the port to listen on; 0 means any that is free
     * @throws UncheckedIOException if the port is in use
     */
    public static BirdSandbox start(ChangingCalls calls, TimeSource time, int port) {
        return new BirdSandbox(calls.source(time), port);
    }
}
