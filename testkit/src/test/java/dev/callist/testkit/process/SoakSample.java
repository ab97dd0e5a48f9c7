package dev.callist.testkit.process;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The resources that a process uses at a moment.
 *
 * @param files open file descriptors, sockets among them; 0 where the system does not say
 * @param heap bytes in use after a collection
 */
record SoakSample(long files, long threads, long heap) {
    static SoakSample now() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
        return new SoakSample(
                files,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                runtime.totalMemory() - runtime.freeMemory());
    }

    /** Reads what {@link #toString} has written. */
    static SoakSample parse(String text) {
        String[] numbers = text.replaceAll("[^0-9=]", "").substring(1).split("=", -1);
        return new SoakSample(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    /** The least of each: a page that is being read may use more. */
    static SoakSample least(List<SoakSample> samples) {
        return new SoakSample(
                least(samples, SoakSample::files),
                least(samples, SoakSample::threads),
                least(samples, SoakSample::heap));
    }

    private static long least(List<SoakSample> samples, ToLongFunction<SoakSample> part) {
        return samples.stream().mapToLong(part).min().orElseThrow();
    }
}
