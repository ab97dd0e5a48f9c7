/** Thousands of random histories of a list that changes while it is read, and the oracle that judges each walk. */
@NullMarked
package dev.callist.testkit.history;

import org.jspecify.annotations.NullMarked;
