/**
 * The walk: fetches pages, filters their calls, hands them over and knows its position. It may use the API, {@code
 * walk.join}, {@code walk.resume}, {@code walk.seen} and {@code walk.source}, and {@code internal.threads} and {@code
 * internal.text}. It knows nothing of HTTP, JSON or any provider.
 */
@NullMarked
package dev.callist.internal.walk;

import org.jspecify.annotations.NullMarked;
