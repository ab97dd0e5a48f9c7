/**
 * Writes the page of a {@link dev.callist.report.CallReport}: one class for each part of it, and the data of its
 * charts.
 */
@NullMarked
package dev.callist.report.internal.page;

import org.jspecify.annotations.NullMarked;
