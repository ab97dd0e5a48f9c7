/**
 * Calls in a SQL database. What is the same in SQLite and PostgreSQL is in {@code CallTable}, {@code SourceTable} and {@code
 * StoreSchema}; a {@code SqlDialect} says how values are written, and a {@code Database} how it is reached, locked and what its
 * errors mean. Uses {@code dev.callist.sync}.
 */
@NullMarked
package dev.callist.sync.internal.jdbc;

import org.jspecify.annotations.NullMarked;
