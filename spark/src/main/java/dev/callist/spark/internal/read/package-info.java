/**
 * What a task does on an executor: it walks a slice, writes rows for Spark, and counts. Uses {@code slice}, {@code
 * query} and {@code account}.
 */
@NullMarked
package dev.callist.spark.internal.read;

import org.jspecify.annotations.NullMarked;
