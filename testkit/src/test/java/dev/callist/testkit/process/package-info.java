/** Rules that need a process of their own: small heaps, exits, long runs and oversized responses. */
@NullMarked
package dev.callist.testkit.process;

import org.jspecify.annotations.NullMarked;
