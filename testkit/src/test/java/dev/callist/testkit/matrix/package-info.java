/** The fault matrix: each line of faults.md against each provider, at each page. */
@NullMarked
package dev.callist.testkit.matrix;

import org.jspecify.annotations.NullMarked;
