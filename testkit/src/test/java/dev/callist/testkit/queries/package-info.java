/** Filters: every query lists what filtering the whole list by hand leaves. */
@NullMarked
package dev.callist.testkit.queries;

import org.jspecify.annotations.NullMarked;
