/**
 * Keeps a copy of calls; start at {@code CallSync}.
 *
 * <p>A {@code CallSync} lists the calls of a {@link dev.callist.CallLister} and writes them to a {@link
 * dev.callist.sync.CallStore}. What it has to remember is saved in the same transaction as the calls, so that it can be
 * killed at any moment. A {@code CallVerification} compares the copy with its source.
 */
@NullMarked
package dev.callist.sync;

import org.jspecify.annotations.NullMarked;
