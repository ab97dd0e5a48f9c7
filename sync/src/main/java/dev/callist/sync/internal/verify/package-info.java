/**
 * The comparison of two sets of calls, for {@link dev.callist.sync.CallVerification}. Uses {@code dev.callist.sync}.
 */
@NullMarked
package dev.callist.sync.internal.verify;

import org.jspecify.annotations.NullMarked;
