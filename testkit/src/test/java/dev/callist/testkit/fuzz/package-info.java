/** What the fuzz tests of the providers share. */
@NullMarked
package dev.callist.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
