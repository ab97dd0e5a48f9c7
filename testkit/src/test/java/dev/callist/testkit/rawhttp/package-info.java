/** HTTP as bytes on a socket: relays and servers that break the protocol. */
@NullMarked
package dev.callist.testkit.rawhttp;

import org.jspecify.annotations.NullMarked;
