/** Reads JSON responses, strictly as documents and tolerantly in the fields of a row; may use {@code internal.text}. */
@NullMarked
package dev.callist.internal.json;

import org.jspecify.annotations.NullMarked;
