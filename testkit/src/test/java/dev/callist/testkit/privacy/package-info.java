/** Canaries in every field and parameter, and the search for them in every text that the library prints. */
@NullMarked
package dev.callist.testkit.privacy;

import org.jspecify.annotations.NullMarked;
