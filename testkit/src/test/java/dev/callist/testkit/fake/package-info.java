/** Servers with scripted responses, for tests of exact requests and of single rows. */
@NullMarked
package dev.callist.testkit.fake;

import org.jspecify.annotations.NullMarked;
