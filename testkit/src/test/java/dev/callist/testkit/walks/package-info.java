/** Walks over calls in memory: what does not depend on any provider. */
@NullMarked
package dev.callist.testkit.walks;

import org.jspecify.annotations.NullMarked;
