package dev.callist.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Counts what is allocated, by any thread, from the sizes of the heap before and after each collection. Thread-safe.
 */
final class Heap {
    private long allocated;
    private long after;
    private long largestAfter;
    private int asked;

    /** Starts to count. */
    static Heap watched() {
        Heap heap = new Heap();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((met, any) -> heap.collected(met), null, null);
            }
        }
        return heap;
    }

    /**
     * What a stretch of work allocated.
     *
     * @param allocated in bytes
     * @param largestAfter the most that was in use after a collection in its course
     */
    record Use(long allocated, long largestAfter) {}

    /** Collects, and starts at zero. */
    void begin() throws InterruptedException {
        collect();
        synchronized (this) {
            allocated = 0;
            largestAfter = 0;
        }
    }

    /** Collects, and tells what there was since {@link #begin}. */
    Use end() throws InterruptedException {
        long largest;
        synchronized (this) {
            largest = largestAfter;
        }
        collect();
        synchronized (this) {
            return new Use(allocated, largest);
        }
    }

    private synchronized void collect() throws InterruptedException {
        int before = asked;
        System.gc();
        while (asked == before) {
            wait();
        }
    }

    private synchronized void collected(Notification met) {
        GarbageCollectionNotificationInfo info =
                GarbageCollectionNotificationInfo.from((CompositeData) met.getUserData());
        GcInfo sizes = info.getGcInfo();
        allocated += used(sizes.getMemoryUsageBeforeGc()) - after;
        after = used(sizes.getMemoryUsageAfterGc());
        largestAfter = Math.max(largestAfter, after);
        if (info.getGcCause().equals("System.gc()")) {
            asked++;
            notifyAll();
        }
    }

    private static long used(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool ->
                        !pool.getKey().startsWith("CodeHeap") && !pool.getKey().startsWith("Code Cache"))
                .filter(pool ->
                        !pool.getKey().equals("Metaspace") && !pool.getKey().equals("Compressed Class Space"))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}
