package dev.callist.testkit.rules;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Holds all requests but the first until enough of them are under way together; stops waiting after a few seconds. */
final class RequestGate implements Interceptor {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final int wanted;
    private int started;
    private int underWay;
    private int most;

    RequestGate(int wanted) {
        this.wanted = wanted;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        arrive();
        try {
            return chain.proceed(chain.request());
        } finally {
            leave();
        }
    }

    private synchronized void arrive() throws InterruptedIOException {
        started++;
        underWay++;
        most = Math.max(most, underWay);
        notifyAll();
        long end = System.nanoTime() + PATIENCE;
        try {
            while (started > 1 && most < wanted && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while requests gathered");
        }
    }

    private synchronized void leave() {
        underWay--;
    }

    /** The most requests that were under way at one time. */
    synchronized int mostAtOnce() {
        return most;
    }
}
