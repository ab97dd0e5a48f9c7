/**
 * Serves the benchmark lists from a separate process, and knows the shape of each provider's list. Uses no other
 * package of the benchmarks.
 */
@NullMarked
package dev.callist.benchmarks.server;

import org.jspecify.annotations.NullMarked;
