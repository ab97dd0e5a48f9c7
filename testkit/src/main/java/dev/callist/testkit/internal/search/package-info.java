/** The protocol of the Search Calls API. Uses {@code server} and {@code calls}. */
@NullMarked
package dev.callist.testkit.internal.search;

import org.jspecify.annotations.NullMarked;
