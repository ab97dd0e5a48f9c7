package dev.callist.cli.export;

import dev.callist.CallIterator;
import dev.callist.ListingReport.Completeness;
import dev.callist.cli.text.CountText;
import java.io.IOException;
import java.io.OutputStream;

/** Writes to standard output, or to a pipe or device. What has been written stays written. */
public final class StreamSink implements CallSink {
    private static final long MAX_NANOS_UNFLUSHED = 200_000_000;

    private final OutputStream out;
    private final byte[] header;
    private long flushedAtNanos = System.nanoTime();

    /** A sink that closes nothing; its user closes the stream. */
    public StreamSink(OutputStream out, byte[] header) {
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
    public void checkpoint(CallIterator walk) throws IOException {
        if (System.nanoTime() - flushedAtNanos > MAX_NANOS_UNFLUSHED) {
            out.flush();
            flushedAtNanos = System.nanoTime();
        }
    }

    @Override
    public Completeness finish(CallIterator walk) throws IOException {
        out.flush();
        return walk.report().completeness();
    }

    @Override
    public String failureNote(long calls) {
        return calls == 0 ? "" : CountText.of(calls, "call") + " written";
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
