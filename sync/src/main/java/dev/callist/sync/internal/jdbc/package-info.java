/**
 * Calls in a SQL database. {@code CallTable}, {@code SourceTable} and {@code StoreSchema} have what SQLite and
 * PostgreSQL share. A {@code SqlDialect} writes values; a {@code Database} connects, locks and interprets errors. Uses
 * {@code dev.callist.sync}.
 */
@NullMarked
package dev.callist.sync.internal.jdbc;

import org.jspecify.annotations.NullMarked;
