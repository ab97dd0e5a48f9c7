package dev.callist.benchmarks.simulation;

/**
 * A cluster, and the cost of reading on it.
 *
 * @param cores tasks that run at once
 * @param callSeconds core time to read a call and to write its row
 * @param taskSeconds core time to start and to end a task
 * @param driverSeconds driver time to plan, send and account for a task; tasks are handled one at a time
 */
public record ClusterModel(int cores, double callSeconds, double taskSeconds, double driverSeconds) {}
