package dev.callist.testkit.transport;

import dev.callist.testkit.local.PlainSocketFactory;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A client's sockets, on which sending one request returns late, long after its response was read. Only writes by
 * library threads are held, never the frames that HTTP/2 sends by itself.
 */
final class LateSocketFactory extends PlainSocketFactory {
    private static final long POLL = 1_000_000;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicLong received = new AtomicLong();
    private volatile long receivedBefore = Long.MAX_VALUE;
    private volatile boolean read;

    /** Holds the next request that is sent. */
    void holdNext() {
        asked.set(true);
    }

    /** Whether the held request was sent and its answer, or a first part of it, read. */
    boolean isAnswered() {
        return read;
    }

    /** Releases the held request. */
    void release() {
        released.countDown();
    }

    private boolean holds() {
        return Thread.currentThread().getName().startsWith("callist-") && asked.getAndSet(false);
    }

    /** Ignores interrupts, as sockets do. */
    private void hold() {
        boolean interrupted = false;
        while (released.getCount() > 0) {
            LockSupport.parkNanos(POLL);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Socket createSocket() {
        return new LateSocket();
    }

    private final class LateSocket extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int count) throws IOException {
                    boolean held = holds();
                    if (held) {
                        receivedBefore = received.get();
                    }
                    out.write(bytes, offset, count);
                    if (held) {
                        hold();
                    }
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] into, int offset, int count) throws IOException {
                    read |= received.get() > receivedBefore && available() == 0;
                    int length = super.read(into, offset, count);
                    received.addAndGet(Math.max(0, length));
                    return length;
                }
            };
        }
    }
}
