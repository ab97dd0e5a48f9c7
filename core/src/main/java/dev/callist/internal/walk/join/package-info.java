/**
 * Joins the pages of a list: where the new rows of a page begin, and whether rows may be missing. It may use the API,
 * {@code walk.resume}, {@code walk.seen} and {@code walk.source}.
 */
@NullMarked
package dev.callist.internal.walk.join;

import org.jspecify.annotations.NullMarked;
