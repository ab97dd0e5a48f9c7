/**
 * Positions of a walk, and their printed form. It may use the API, {@code walk.seen}, {@code walk.source} and {@code
 * internal.text}.
 */
@NullMarked
package dev.callist.internal.walk.resume;

import org.jspecify.annotations.NullMarked;
