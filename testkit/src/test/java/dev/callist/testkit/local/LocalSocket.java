package dev.callist.testkit.local;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.internal.server.RequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a request handler in this process. The reading thread computes the response; closing wakes a waiting
 * reader.
 */
final class LocalSocket extends Socket {
    private final RequestHandler answerer;
    private final Buffer sent = new Buffer();
    private final Buffer answered = new Buffer();
    private @Nullable Thread reader;
    private boolean ended;
    private boolean closed;

    LocalSocket(RequestHandler answerer) {
        this.answerer = answerer;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) {}

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void shutdownInput() {}

    @Override
    public void shutdownOutput() {}

    @Override
    public synchronized void close() {
        closed = true;
        if (reader != null) {
            reader.interrupt();
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return sent.outputStream();
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                if (answered.exhausted() && !ended) {
                    answer();
                }
                return answered.read(into, offset, count);
            }
        };
    }

    private void answer() throws IOException {
        if (sent.exhausted()) {
            throw new SocketTimeoutException("nothing was asked");
        }
        SandboxRequest request = HttpMessages.read(sent);
        begin();
        try {
            ended = HttpMessages.write(answerer.answer(request), answered);
        } catch (InterruptedException e) {
            throw new SocketException("the connection was closed");
        } finally {
            finish();
        }
    }

    private synchronized void begin() throws SocketException {
        if (closed) {
            throw new SocketException("the connection was closed");
        }
        reader = Thread.currentThread();
    }

    /** Clears the interrupt that closing may have set. */
    private synchronized void finish() {
        reader = null;
        if (closed && Thread.interrupted()) {
            ended = true;
        }
    }
}
