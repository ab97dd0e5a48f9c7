/**
 * Joins the pages of a list: where the new rows of a page begin, and whether rows may be missing. It may use the API,
 * {@code walk.resume}, {@code walk.seen} and {@code walk.source}.
 */
package dev.callist.internal.walk.join;
