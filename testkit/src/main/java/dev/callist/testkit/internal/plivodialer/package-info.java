/** The dialer's protocol. Uses {@code server} and {@code calls}. */
@NullMarked
package dev.callist.testkit.internal.plivodialer;

import org.jspecify.annotations.NullMarked;
