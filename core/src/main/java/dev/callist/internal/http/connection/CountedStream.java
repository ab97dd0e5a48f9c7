package dev.callist.internal.http.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that counts the bytes read from it. */
public abstract class CountedStream extends FilterInputStream {
    /** Counts the bytes of another stream. */
    protected CountedStream(InputStream in) {
        super(in);
    }

    /** Some bytes were read. */
    protected abstract void count(int bytes) throws IOException;

    @Override
    public final int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public final int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }
}
