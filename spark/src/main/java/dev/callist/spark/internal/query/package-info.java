/** What a query asks for: its options, its columns, and the filters that Spark hands over. Uses {@code account}. */
@NullMarked
package dev.callist.spark.internal.query;

import org.jspecify.annotations.NullMarked;
