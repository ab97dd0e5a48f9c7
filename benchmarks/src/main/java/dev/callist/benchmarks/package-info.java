/**
 * Benchmarks that are run by hand: {@code WalkBenchmark} reads whole lists, {@code PageBenchmark} and
 * {@code ReaderBenchmark} (JMH) measure one page, {@code SyncBenchmark} a copy and {@code ReportBenchmark} a report.
 * {@code benchmarks.simulation} is independent of them. Uses {@code benchmarks.contestants} and
 * {@code benchmarks.server}.
 */
@NullMarked
package dev.callist.benchmarks;

import org.jspecify.annotations.NullMarked;
