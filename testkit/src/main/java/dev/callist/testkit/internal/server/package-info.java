/** The HTTP server of a sandbox: numbered requests, faults, and the helpers that protocols share. */
@NullMarked
package dev.callist.testkit.internal.server;

import org.jspecify.annotations.NullMarked;
