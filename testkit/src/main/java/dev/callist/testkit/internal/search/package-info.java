/** The search's protocol. Uses the server and the calls. */
@NullMarked
package dev.callist.testkit.internal.search;

import org.jspecify.annotations.NullMarked;
