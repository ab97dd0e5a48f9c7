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
 * Measures how much all threads allocate, from the heap sizes before and after each garbage collection. Thread-safe.
 */
final class HeapMeter {
    private long allocatedBytes;
    private long liveBytes;
    private long maxLiveBytes;
    private int explicitCollections;

    /** Creates a meter and registers it with the garbage collectors. */
    static HeapMeter start() {
        HeapMeter meter = new HeapMeter();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((notification, handback) -> meter.collected(notification), null, null);
            }
        }
        return meter;
    }

    /**
     * The heap that a piece of work used.
     *
     * @param allocatedBytes the sum of all allocations
     * @param maxLiveBytes the largest heap size after a collection during the work
     */
    record Usage(long allocatedBytes, long maxLiveBytes) {}

    /** Collects garbage and starts a measurement. */
    void begin() throws InterruptedException {
        collect();
        synchronized (this) {
            allocatedBytes = 0;
            maxLiveBytes = 0;
        }
    }

    /** Returns the usage since {@link #begin}, and collects garbage. */
    Usage end() throws InterruptedException {
        long largest;
        synchronized (this) {
            largest = maxLiveBytes;
        }
        collect();
        synchronized (this) {
            return new Usage(allocatedBytes, largest);
        }
    }

    private synchronized void collect() throws InterruptedException {
        int before = explicitCollections;
        System.gc();
        while (explicitCollections == before) {
            wait();
        }
    }

    private synchronized void collected(Notification notification) {
        GarbageCollectionNotificationInfo info =
                GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        GcInfo sizes = info.getGcInfo();
        allocatedBytes += usedBytes(sizes.getMemoryUsageBeforeGc()) - liveBytes;
        liveBytes = usedBytes(sizes.getMemoryUsageAfterGc());
        maxLiveBytes = Math.max(maxLiveBytes, liveBytes);
        if (info.getGcCause().equals("System.gc()")) {
            explicitCollections++;
            notifyAll();
        }
    }

    private static long usedBytes(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool ->
                        !pool.getKey().startsWith("CodeHeap") && !pool.getKey().startsWith("Code Cache"))
                .filter(pool ->
                        !pool.getKey().equals("Metaspace") && !pool.getKey().equals("Compressed Class Space"))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}
