package dev.callist.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Watches what walks leave running: library threads that started after it was created, and the connections of a client.
 */
public final class ResourceWatch {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final long POLL_NANOS = 1_000_000;

    private final OkHttpClient client;
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    public ResourceWatch() {
        this(new OkHttpClient());
    }

    public ResourceWatch(OkHttpClient client) {
        this.client = client;
    }

    /** The client whose connections are watched. */
    public OkHttpClient client() {
        return client;
    }

    /** Waits until all library threads are idle and no connection is in use. */
    public void awaitRest() {
        ConnectionPool pool = client.connectionPool();
        await(
                () -> pool.connectionCount() == pool.idleConnectionCount()
                        && ours().values().stream().allMatch(ResourceWatch::isIdle),
                this);
    }

    /** Waits until no library thread is left. */
    public void awaitNoThreads() {
        await(() -> ours().isEmpty(), this);
    }

    /** Waits for a condition that must hold soon; otherwise fails with a description. */
    public static void await(BooleanSupplier condition, Object shown) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s", shown).isLessThan(end);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private Map<Thread, StackTraceElement[]> ours() {
        Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
        threads.keySet()
                .removeIf(thread -> before.contains(thread) || !thread.getName().startsWith("callist-"));
        return threads;
    }

    /** Whether a thread is waiting in its pool. */
    private static boolean isIdle(StackTraceElement[] stack) {
        return Stream.of(stack).anyMatch(frame -> frame.getMethodName().equals("getTask"));
    }

    /** The threads and the connections. */
    @Override
    public String toString() {
        ConnectionPool pool = client.connectionPool();
        return "ResourceWatch[" + ours().keySet() + ", " + pool.idleConnectionCount() + " of " + pool.connectionCount()
                + " connections idle]";
    }
}
