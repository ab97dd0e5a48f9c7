package dev.callist.benchmarks.simulation;

/**
 * A cluster, and what reading costs on it.
 *
 * @param cores tasks that run at once
 * @param pageCpuSeconds time of a core to read a page and to write its rows
 * @param taskSeconds time of a core to start and to end a task
 * @param driverSeconds time of the driver to plan, send and account for a task, one after the other
 */
public record ClusterModel(int cores, double pageCpuSeconds, double taskSeconds, double driverSeconds) {}
