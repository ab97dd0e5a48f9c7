/** SignalWire's protocol. Uses the server and the calls. */
@NullMarked
package dev.callist.testkit.internal.signalwire;

import org.jspecify.annotations.NullMarked;
