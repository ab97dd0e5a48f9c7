package dev.callist.benchmarks.simulation;

/**
 * What reading costs on one machine that also runs the servers.
 *
 * @param requestSeconds time until a page has arrived, besides the delay of the server
 * @param callSeconds time of a core to read a call and to write its row
 * @param taskSeconds time of a core to start and to end a task
 */
record ReadCosts(double requestSeconds, double callSeconds, double taskSeconds) {

    static ReadCosts of(double[] values) {
        return new ReadCosts(values[0], values[1], values[2]);
    }
}
