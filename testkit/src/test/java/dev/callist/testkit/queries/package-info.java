/** Filters: every query returns the same calls as filtering the whole list by hand. */
@NullMarked
package dev.callist.testkit.queries;

import org.jspecify.annotations.NullMarked;
