package dev.callist.testkit.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;

/** Threads and connections that a lister must not leave behind when it is closed. */
final class CaseCleanup {
    private static final long PATIENCE_MILLIS = 10_000;

    private CaseCleanup() {}

    /**
     * Checks that none are left.
     *
     * @return the names of the threads that were there
     */
    static List<String> assertNone(ThreadGroup group, ConnectionPool connections) throws InterruptedException {
        List<String> names = new ArrayList<>();
        Thread[] threads = new Thread[group.activeCount() + 16];
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
            names.add(threads[i].getName());
            if (threads[i].getName().startsWith("callist")) {
                threads[i].join(PATIENCE_MILLIS);
                assertThat(threads[i].isAlive()).as(threads[i].getName()).isFalse();
            }
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (inUse(connections) > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(inUse(connections)).as("connections in use").isZero();
        connections.evictAll();
        assertThat(connections.connectionCount()).as("connections").isZero();
        return names;
    }

    private static int inUse(ConnectionPool connections) {
        return connections.connectionCount() - connections.idleConnectionCount();
    }
}
