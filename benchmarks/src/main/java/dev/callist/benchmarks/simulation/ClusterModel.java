package dev.callist.benchmarks.simulation;

/**
 * A cluster, and the cost of reading on it.
 *
 * @param cores tasks that run at once
 * @param pageCpuSeconds core time to read a page and to write its rows
 * @param taskSeconds core time to start and to end a task
 * @param driverSeconds driver time to plan, send and account for a task; tasks are handled one at a time
 */
public record ClusterModel(int cores, double pageCpuSeconds, double taskSeconds, double driverSeconds) {}
