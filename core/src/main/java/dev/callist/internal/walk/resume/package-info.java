/** Positions of a walk, and their printed form. It may use the API, {@code walk.seen}, {@code walk.source} and {@code internal.text}. */
package dev.callist.internal.walk.resume;
