/**
 * The programs that are compared: several ways to read a page, and several ways to read a whole list. Uses
 * {@code benchmarks.server} for the shape of each list.
 */
@NullMarked
package dev.callist.benchmarks.candidates;

import org.jspecify.annotations.NullMarked;
