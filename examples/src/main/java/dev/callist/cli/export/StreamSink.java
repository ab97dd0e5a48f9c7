package dev.callist.cli.export;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.ListingReport.Completeness;
import dev.callist.cli.text.CountText;
import java.io.IOException;
import java.io.OutputStream;

/** Writes to standard output, or to a pipe or device. What has been written stays written. */
public final class StreamSink implements CallSink {
    private static final long MAX_NANOS_UNFLUSHED = 200_000_000;

    private final OutputStream out;
    private final CallWriter writer;
    private long flushedAtNanos = System.nanoTime();

    /** A sink that closes nothing; its user closes the stream. */
    public StreamSink(OutputStream out, CallFormat format) throws IOException {
        this.out = out;
        this.writer = format.writer(out);
    }

    @Override
    public void write(Call call) throws IOException {
        writer.write(call);
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
        writer.finish();
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
