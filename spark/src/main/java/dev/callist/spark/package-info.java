/**
 * Calls as a table in Spark: {@code spark.read().format("callist")}. Users need {@link
 * dev.callist.spark.CallistSource}, whose options are documented there, and perhaps a {@link
 * dev.callist.spark.SecretResolver}.
 */
@NullMarked
package dev.callist.spark;

import org.jspecify.annotations.NullMarked;
