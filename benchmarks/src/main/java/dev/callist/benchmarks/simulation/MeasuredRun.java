package dev.callist.benchmarks.simulation;

/**
 * A read that was measured.
 *
 * @param accounts the number of accounts
 * @param callsPerAccount the number of calls of each account
 * @param pageSize calls per request
 * @param delaySeconds how long the server waited before each answer
 * @param cores tasks that ran at once
 * @param seconds how long it took
 */
record MeasuredRun(int accounts, long callsPerAccount, int pageSize, double delaySeconds, int cores, double seconds) {
    /**
     * Reads a run.
     *
     * @param text accounts, calls of each account, calls per request, milliseconds of delay, cores, and seconds, with
     *     commas between them
     */
    static MeasuredRun parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException("a run is ACCOUNTS,CALLS,PAGE_SIZE,DELAY_MS,CORES,SECONDS");
        }
        return new MeasuredRun(
                Integer.parseInt(parts[0]),
                Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]),
                Double.parseDouble(parts[3]) / 1e3,
                Integer.parseInt(parts[4]),
                Double.parseDouble(parts[5]));
    }

    /** How long the run takes according to the model. */
    double predicted(ReadCosts costs) {
        Workload workload = new Workload(
                accounts,
                callsPerAccount,
                pageSize,
                Double.POSITIVE_INFINITY,
                delaySeconds + costs.requestSeconds(),
                0);
        ClusterModel cluster = new ClusterModel(cores, costs.callSeconds(), costs.taskSeconds(), 0);
        return new ReadModel(workload, cluster, 1).run().seconds();
    }
}
