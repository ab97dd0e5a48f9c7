/** The HTTP server of a sandbox: numbered requests, faults, and the helpers that protocols share. */
package dev.callist.testkit.internal.server;
