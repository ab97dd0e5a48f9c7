/**
 * Serves the lists that are read, in a process of its own, and knows the shape of each provider's list. Uses no other room
 * of the benchmarks.
 */
@NullMarked
package dev.callist.benchmarks.server;

import org.jspecify.annotations.NullMarked;
