package dev.callist.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What a contestant took, round by round. */
final class Times {
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> cpuMillis = new ArrayList<>();
    private final List<Double> bytesACall = new ArrayList<>();
    private final List<Double> heap = new ArrayList<>();

    void add(long nanos, long cpuNanos, Heap.Use use, long calls) {
        millis.add(nanos / 1e6);
        cpuMillis.add(cpuNanos / 1e6);
        bytesACall.add((double) use.allocated() / calls);
        heap.add(use.largestAfter() / (double) (1 << 20));
    }

    double medianMillis() {
        return median(millis);
    }

    /** What all threads of this JVM used, its collector and compiler among them. */
    double medianCpuMillis() {
        return median(cpuMillis);
    }

    double leastMillis() {
        return millis.stream().mapToDouble(one -> one).min().orElseThrow();
    }

    double mostMillis() {
        return millis.stream().mapToDouble(one -> one).max().orElseThrow();
    }

    double medianBytesACall() {
        return median(bytesACall);
    }

    /** The most that was in use after a collection, in MiB. */
    double largestHeap() {
        return heap.stream().mapToDouble(one -> one).max().orElseThrow();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
