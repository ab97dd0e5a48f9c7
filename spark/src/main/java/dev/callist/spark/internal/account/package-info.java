/** The accounts that a query reads: where they are named, what their secrets refer to, and how executors open them. */
@NullMarked
package dev.callist.spark.internal.account;

import org.jspecify.annotations.NullMarked;
