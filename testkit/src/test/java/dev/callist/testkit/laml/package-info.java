/** The tests that the lists of SignalWire and Twilio share, and a server with scripted pages for them. */
@NullMarked
package dev.callist.testkit.laml;

import org.jspecify.annotations.NullMarked;
