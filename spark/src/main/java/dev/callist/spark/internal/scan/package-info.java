/** The table and its scans as Spark sees them. Uses all other packages. */
@NullMarked
package dev.callist.spark.internal.scan;

import org.jspecify.annotations.NullMarked;
