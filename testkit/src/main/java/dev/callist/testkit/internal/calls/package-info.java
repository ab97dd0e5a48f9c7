/** The deterministic set of calls that every sandbox serves, made from an index alone. */
@NullMarked
package dev.callist.testkit.internal.calls;

import org.jspecify.annotations.NullMarked;
