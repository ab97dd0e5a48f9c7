package dev.callist.cli;

import dev.callist.CallIterator;
import dev.callist.ListingReport.Completeness;
import java.io.Closeable;
import java.io.IOException;

/** Where an export goes. Used by one thread. */
interface CallSink extends Closeable {
    /** Calls that an earlier run wrote already. */
    default long before() {
        return 0;
    }

    /** Before the first row of this run. */
    void start(CallIterator walk) throws IOException;

    void write(byte[] row) throws IOException;

    /** Between two calls: everything written so far belongs to the walk's place. */
    default void settle(CallIterator walk) throws IOException {}

    /** The walk stopped early; what was written may be gone on with. */
    default void suspend(CallIterator walk) throws IOException {
        settle(walk);
    }

    /** The walk came to its end. Says how complete the whole output is, earlier runs included. */
    Completeness finish(CallIterator walk) throws IOException;

    /** What to tell somebody whose export stopped early, after this many calls in all. */
    String afterwards(long calls);
}
