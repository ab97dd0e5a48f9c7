/**
 * Sends requests over HTTP and decodes their responses, with attempts, limits and errors; may use {@code
 * internal.http.connection}, {@code internal.json}, {@code internal.text}, {@code internal.threads} and the API.
 */
@NullMarked
package dev.callist.internal.http;

import org.jspecify.annotations.NullMarked;
