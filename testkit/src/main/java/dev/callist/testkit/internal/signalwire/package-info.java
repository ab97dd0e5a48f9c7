/** SignalWire's protocol. Uses the server, the calls and {@code laml}. */
@NullMarked
package dev.callist.testkit.internal.signalwire;

import org.jspecify.annotations.NullMarked;
