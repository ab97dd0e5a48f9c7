/** The deterministic set of calls that every sandbox serves, made from an index alone. */
package dev.callist.testkit.internal.calls;
