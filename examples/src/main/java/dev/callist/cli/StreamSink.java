package dev.callist.cli;

import dev.callist.CallIterator;
import dev.callist.ListingReport.Completeness;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output, or a file that is no regular file. What was written stays written. */
final class StreamSink implements CallSink {
    private static final long MOST_NANOS_UNSEEN = 200_000_000;

    private final OutputStream out;
    private final byte[] header;
    private long flushed = System.nanoTime();

    StreamSink(OutputStream out, byte[] header) {
        this.out = out;
        this.header = header;
    }

    @Override
    public void start(CallIterator walk) throws IOException {
        out.write(header);
    }

    @Override
    public void write(byte[] row) throws IOException {
        out.write(row);
    }

    @Override
    public void settle(CallIterator walk) throws IOException {
        if (System.nanoTime() - flushed > MOST_NANOS_UNSEEN) {
            out.flush();
            flushed = System.nanoTime();
        }
    }

    @Override
    public Completeness finish(CallIterator walk) throws IOException {
        out.flush();
        return walk.report().completeness();
    }

    @Override
    public String afterwards(long calls) {
        return calls == 0 ? "" : Numbers.counted(calls, "call") + " written";
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
