/** A run of a {@link dev.callist.sync.CallSync}: which ranges it lists, and how a listing is stored. */
@NullMarked
package dev.callist.sync.internal.run;

import org.jspecify.annotations.NullMarked;
