/** Twilio's protocol. Uses {@code calls} and {@code laml}. */
@NullMarked
package dev.callist.testkit.internal.twilio;

import org.jspecify.annotations.NullMarked;
