/**
 * A model of a read with Spark on clusters that are not at hand: accounts, rate limits, latencies and cores. {@code ReadSimulation} is
 * run by hand. Uses nothing of Callist.
 */
@NullMarked
package dev.callist.benchmarks.simulation;

import org.jspecify.annotations.NullMarked;
