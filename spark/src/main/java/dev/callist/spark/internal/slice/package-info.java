/**
 * How a query is cut into slices, one for each task: an account and a window of time. Uses {@code query} and {@code
 * account}.
 */
@NullMarked
package dev.callist.spark.internal.slice;

import org.jspecify.annotations.NullMarked;
