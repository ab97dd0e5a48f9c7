/** Walks over calls in memory: rules that do not depend on any provider. */
@NullMarked
package dev.callist.testkit.walks;

import org.jspecify.annotations.NullMarked;
