package dev.callist.benchmarks;

import dev.callist.benchmarks.candidates.ListWalk;

/**
 * A way to read a whole list, with its name in the tables.
 *
 * @param name the name that the tables print
 * @param walk reads the list
 */
record Candidate(String name, ListWalk walk) {}
