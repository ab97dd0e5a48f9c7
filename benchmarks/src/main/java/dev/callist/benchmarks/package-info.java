/**
 * Benchmarks that are run by hand: {@code WalkBenchmark} reads whole lists, {@code PageBenchmark} and
 * {@code ReaderBenchmark} (JMH) measure one page, {@code SyncBenchmark} measures a copy, {@code ReportBenchmark} a
 * report, and {@code ManyWalks} counts the threads of many walks at once.
 * {@code benchmarks.simulation} is independent of them. Uses {@code benchmarks.candidates} and
 * {@code benchmarks.server}.
 */
@NullMarked
package dev.callist.benchmarks;

import org.jspecify.annotations.NullMarked;
