package dev.callist.cli.export;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.ListingReport.Completeness;
import java.io.Closeable;
import java.io.IOException;

/** The destination of an export. Not thread-safe. */
public interface CallSink extends Closeable {
    /** How many calls earlier runs wrote. */
    default long earlierCalls() {
        return 0;
    }

    /** Prepares for the first row of this run. */
    default void start(CallIterator walk) throws IOException {}

    /** Writes the row of one call. */
    void write(Call call) throws IOException;

    /**
     * Called between two calls, when every call that the walk has returned is written. May save the walk's position.
     */
    default void checkpoint(CallIterator walk) throws IOException {}

    /** Called when the walk has failed. Keeps what a later run needs to continue. */
    default void walkFailed(CallIterator walk) throws IOException {
        checkpoint(walk);
    }

    /** Called when the walk has ended. Returns the completeness of the whole output, including earlier runs. */
    Completeness finish(CallIterator walk) throws IOException;

    /**
     * Says what became of the calls after a failure; empty if there is nothing to say.
     *
     * @param calls how many were written, including earlier runs
     */
    String failureNote(long calls);

    /** Says how to get the calls after a limit. */
    default String limitNote() {
        return "stopped at --limit; with --output and --resume, a later run can continue there";
    }
}
