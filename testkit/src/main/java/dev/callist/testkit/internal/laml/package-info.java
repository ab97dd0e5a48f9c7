/**
 * The lists of calls in the form of LaML and TwiML, which SignalWire and Twilio share. A {@link
 * dev.callist.testkit.internal.laml.LamlDialect} has what differs. Uses the server and the calls.
 */
@NullMarked
package dev.callist.testkit.internal.laml;

import org.jspecify.annotations.NullMarked;
