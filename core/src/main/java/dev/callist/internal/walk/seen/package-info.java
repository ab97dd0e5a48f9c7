/** What a walk has seen lately, in constant memory: calls and cursors. It may use the API. */
@NullMarked
package dev.callist.internal.walk.seen;

import org.jspecify.annotations.NullMarked;
