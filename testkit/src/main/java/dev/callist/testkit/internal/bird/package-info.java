/** Bird's protocol. Uses the server and the calls. */
package dev.callist.testkit.internal.bird;
