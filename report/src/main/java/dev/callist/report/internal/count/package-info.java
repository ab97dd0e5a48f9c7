/** Counters of bounded size, which a {@link dev.callist.report.CallStatistics} fills. None of them is thread-safe. */
@NullMarked
package dev.callist.report.internal.count;

import org.jspecify.annotations.NullMarked;
