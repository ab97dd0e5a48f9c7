/** Bird's protocol. Uses the server and the calls. */
@NullMarked
package dev.callist.testkit.internal.bird;

import org.jspecify.annotations.NullMarked;
