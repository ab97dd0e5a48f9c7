package dev.callist.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measurements of one candidate, one for each round. */
final class RoundTimes {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<Double> millis = new ArrayList<>();
    private final List<Double> cpuMillis = new ArrayList<>();
    private final List<Double> bytesPerCall = new ArrayList<>();
    private final List<Double> maxLiveMebibytes = new ArrayList<>();

    /**
     * Measures candidates in turn, round by round, and closes them.
     *
     * @param warmUp rounds before the measured ones
     * @param calls how many calls the list has
     */
    static Map<Candidate, RoundTimes> of(List<Candidate> candidates, int warmUp, int rounds, int calls, HeapMeter heap)
            throws IOException, InterruptedException {
        Map<Candidate, RoundTimes> times = new LinkedHashMap<>();
        candidates.forEach(candidate -> times.put(candidate, new RoundTimes()));
        for (int round = -warmUp; round < rounds; round++) {
            for (Map.Entry<Candidate, RoundTimes> turn : times.entrySet()) {
                RoundTimes measured = round < 0 ? new RoundTimes() : turn.getValue();
                measured.measure(turn.getKey(), calls, heap);
            }
        }
        candidates.forEach(candidate -> candidate.walk().close());
        return times;
    }

    /** Lets a candidate read a list of this many calls, and adds the measurement. */
    private void measure(Candidate candidate, int calls, HeapMeter heap) throws IOException, InterruptedException {
        heap.begin();
        long start = System.nanoTime();
        long cpuStart = MACHINE.getProcessCpuTime();
        long read = candidate.walk().walk();
        long nanos = System.nanoTime() - start;
        long cpuNanos = MACHINE.getProcessCpuTime() - cpuStart;
        if (read != calls) {
            throw new IllegalStateException(candidate.name() + " read " + read + " of " + calls + " calls");
        }
        add(nanos, cpuNanos, heap.end(), calls);
    }

    private void add(long nanos, long cpuNanos, HeapMeter.Usage usage, long calls) {
        millis.add(nanos / 1e6);
        cpuMillis.add(cpuNanos / 1e6);
        bytesPerCall.add((double) usage.allocatedBytes() / calls);
        maxLiveMebibytes.add(usage.maxLiveBytes() / (double) (1 << 20));
    }

    double medianMillis() {
        return median(millis);
    }

    /** The CPU time of all threads of this JVM, including its garbage collector and compiler. */
    double medianCpuMillis() {
        return median(cpuMillis);
    }

    double minMillis() {
        return millis.stream().mapToDouble(value -> value).min().orElseThrow();
    }

    double maxMillis() {
        return millis.stream().mapToDouble(value -> value).max().orElseThrow();
    }

    double medianBytesPerCall() {
        return median(bytesPerCall);
    }

    /** The largest heap after a collection, in MiB. */
    double maxLiveMebibytes() {
        return maxLiveMebibytes.stream().mapToDouble(value -> value).max().orElseThrow();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
