/**
 * What tests of code that lists calls need: {@link dev.callist.testkit.Sandbox} servers that speak a provider's wire
 * protocol on a loopback port, with scripted {@link dev.callist.testkit.Fault}s;
 * {@link dev.callist.testkit.InMemoryCalls}, a lister over calls of one's own; and
 * {@link dev.callist.testkit.ManualTime}, a clock that waits without waiting.
 */
package dev.callist.testkit;
