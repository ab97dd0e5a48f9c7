/**
 * What tests of code that lists calls need: {@link dev.callist.testkit.Sandbox} servers that speak a provider's wire
 * protocol on a loopback port, with scripted {@link dev.callist.testkit.Fault}s; {@link
 * dev.callist.testkit.InMemoryCalls}, a lister over calls of your own; and {@link dev.callist.testkit.ManualTime}, a
 * clock that waits without waiting. A sandbox for another provider needs a {@link
 * dev.callist.testkit.ProviderProtocol}. The sandboxes are the only door into the internal packages, which use the
 * values of this package.
 */
@NullMarked
package dev.callist.testkit;

import org.jspecify.annotations.NullMarked;
