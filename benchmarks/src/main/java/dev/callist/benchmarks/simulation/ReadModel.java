package dev.callist.benchmarks.simulation;

import java.util.PriorityQueue;
import java.util.Random;

/**
 * A simulation of events: the driver sends tasks one after the other, each free core takes the next one, and a task
 * reads its pages one after the other. While a page is decoded, the next one is on its way, so that a page takes the
 * longer of both. Slices are planned as {@code SlicePlanner} does, and an account's requests per second are divided
 * among its slices.
 */
final class ReadModel {
    private static final int PAGES_PER_SLICE = 10;
    private static final int SLICES_PER_CORE = 4;
    private static final int ACCOUNTS_PER_CORE = 2;

    private final Workload workload;
    private final ClusterModel cluster;
    private final Random random;

    ReadModel(Workload workload, ClusterModel cluster, long seed) {
        this.workload = workload;
        this.cluster = cluster;
        this.random = new Random(seed);
    }

    /** How long the read takes, and what it waits for. */
    ReadPrediction run() {
        long slices = slicesPerAccount();
        double interval = Math.min(slices, cluster.cores()) / workload.requestsPerSecond();
        PriorityQueue<Double> freeCores = new PriorityQueue<>();
        for (int core = 0; core < cluster.cores(); core++) {
            freeCores.add(0.0);
        }
        double sent = 0;
        double end = 0;
        double busy = 0;
        for (int account = 0; account < workload.accounts(); account++) {
            for (long slice = 0; slice < slices; slice++) {
                sent += cluster.driverSeconds();
                double start = Math.max(sent, freeCores.remove());
                double duration = taskSeconds(firstPage(slice, slices), firstPage(slice + 1, slices), interval);
                freeCores.add(start + duration);
                end = Math.max(end, start + duration);
                busy += duration;
            }
        }
        double calls = (double) workload.accounts() * workload.callsPerAccount();
        return new ReadPrediction(
                end,
                busy / cluster.cores(),
                sent,
                workload.pagesPerAccount() / workload.requestsPerSecond(),
                calls * cluster.callSeconds() / cluster.cores(),
                interval > workload.latencySeconds());
    }

    private long slicesPerAccount() {
        if (workload.accounts() >= (long) ACCOUNTS_PER_CORE * cluster.cores()) {
            return 1;
        }
        long bySize = workload.callsPerAccount() / ((long) PAGES_PER_SLICE * workload.pageSize());
        return Math.max(1, Math.min(bySize, (long) SLICES_PER_CORE * cluster.cores()));
    }

    private long firstPage(long slice, long slices) {
        return workload.pagesPerAccount() * slice / slices;
    }

    private double taskSeconds(long firstPage, long endPage, double interval) {
        double arrived = 0;
        double decoded = 0;
        double mayStart = 0;
        for (long page = firstPage; page < endPage; page++) {
            double start = Math.max(arrived, mayStart);
            mayStart = start + interval;
            arrived = start + latency();
            decoded = Math.max(decoded, arrived) + workload.callsOf(page) * cluster.callSeconds();
        }
        return cluster.taskSeconds() + decoded;
    }

    private double latency() {
        return workload.latencySpread() == 0
                ? workload.latencySeconds()
                : workload.latencySeconds() * Math.exp(workload.latencySpread() * random.nextGaussian());
    }
}
