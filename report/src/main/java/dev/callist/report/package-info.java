/**
 * Statistics of calls, and a report of them as one HTML page; start at {@code CallStatistics} and {@code CallReport}.
 *
 * <p>A {@code CallStatistics} counts calls from any source in bounded memory. Its {@link
 * dev.callist.report.StatisticsSummary} is an immutable value, which a {@code CallReport} writes as a page that needs
 * no network.
 */
@NullMarked
package dev.callist.report;

import org.jspecify.annotations.NullMarked;
