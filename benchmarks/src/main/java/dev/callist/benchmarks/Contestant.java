package dev.callist.benchmarks;

import dev.callist.benchmarks.contestants.ListWalk;

/**
 * A way to read a whole list, with its name in the tables.
 *
 * @param name the name that the tables print
 * @param walk reads the list
 */
record Contestant(String name, ListWalk walk) {}
