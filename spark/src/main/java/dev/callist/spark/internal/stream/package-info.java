/**
 * A stream of calls: how far each account has been read, and what is read again. Uses {@code read}, {@code slice},
 * {@code query} and {@code account}.
 */
@NullMarked
package dev.callist.spark.internal.stream;

import org.jspecify.annotations.NullMarked;
