/** The dialer's protocol. Uses the server and the calls. */
@NullMarked
package dev.callist.testkit.internal.plivodialer;

import org.jspecify.annotations.NullMarked;
