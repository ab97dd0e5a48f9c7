/**
 * A model of a read with Spark on clusters that are not available: accounts, rate limits, latencies and cores. {@code
 * ReadSimulation} is run by hand. Uses no other package.
 */
@NullMarked
package dev.callist.benchmarks.simulation;

import org.jspecify.annotations.NullMarked;
