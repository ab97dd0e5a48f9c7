/** Rules about lists that are split by time, and a server whose list may have any order and any filter. */
@NullMarked
package dev.callist.testkit.splits;

import org.jspecify.annotations.NullMarked;
