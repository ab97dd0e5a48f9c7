package dev.callist.testkit.rawhttp;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okio.ByteString;

/** A request that is waiting for its response on a plain socket. */
record RawExchange(Socket client, ByteString request, URI sandbox, CountDownLatch closing) {
    /** The sandbox's response, head and body. */
    byte[] correctResponse() throws IOException {
        return SurplusServer.response(sandbox, request.toByteArray());
    }

    void send(byte[] bytes) throws IOException {
        send(bytes, 0, bytes.length);
    }

    void send(byte[] bytes, int from, int end) throws IOException {
        client.getOutputStream().write(bytes, from, end - from);
        client.getOutputStream().flush();
    }

    /** Ends the connection with a reset instead of an orderly close. */
    void reset() throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    /** Waits; returns true if the server closes meanwhile. */
    boolean pause(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
