/** Benchmarks: whole walks ({@code WalkBenchmark}) and the steps of one page ({@code PageBenchmark}, JMH). Run by hand. */
@NullMarked
package dev.callist.benchmarks;

import org.jspecify.annotations.NullMarked;
