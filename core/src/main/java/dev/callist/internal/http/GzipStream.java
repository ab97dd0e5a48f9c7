package dev.callist.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates gzip, whatever number of members it has, in constant memory: unlike those of the JDK and of Okio, it neither
 * keeps a member's header nor calls itself for an empty member.
 */
final class GzipStream extends InputStream {
    private static final int BUFFER = 8192;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int TIME_AND_SYSTEM = 6;

    private final PushbackInputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int held;
    private boolean begun;
    private boolean inMember;

    GzipStream(InputStream in) {
        this.in = new PushbackInputStream(in, BUFFER);
    }

    /** Whether a body that begins with these two bytes can only be gzip. */
    static boolean begins(int first, int second) {
        return first == 0x1f && second == 0x8b;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (inMember || beginMember()) {
            int inflated = inflate(bytes, offset, length);
            crc.update(bytes, offset, inflated);
            if (inflater.finished()) {
                endMember();
            }
            if (inflated > 0 || length == 0) {
                return inflated;
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            held = in.read(buffer);
            if (held < 0) {
                throw new EOFException("the gzip ends too early");
            }
            inflater.setInput(buffer, 0, held);
        }
        try {
            int inflated = inflater.inflate(bytes, offset, length);
            if (inflater.needsDictionary()) {
                throw new ZipException("the gzip needs a dictionary");
            }
            return inflated;
        } catch (DataFormatException e) {
            throw new ZipException("the gzip is damaged");
        }
    }

    /** Reads the header of the next member; false at the end. */
    private boolean beginMember() throws IOException {
        int first = in.read();
        if (begun && first < 0) {
            return false;
        }
        if (!begins(first, in.read()) || next() != DEFLATE) {
            throw new ZipException("not gzip");
        }
        int flags = next();
        skip(TIME_AND_SYSTEM);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        begun = true;
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        int unread = inflater.getRemaining();
        in.unread(buffer, held - unread, unread);
        long sum = fourBytes();
        if (sum != crc.getValue() || fourBytes() != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("the gzip is damaged");
        }
        inflater.reset();
        crc.reset();
        inMember = false;
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // The text is of no use.
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private long fourBytes() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the gzip ends too early");
        }
        return next;
    }

    /** Frees the memory of the inflater; the body itself is closed with its response. */
    @Override
    public void close() {
        inflater.end();
    }
}
