/**
 * The check of a lister: a few requests, and what they say about the server. It may use the API, the provider kit,
 * {@code internal.threads} and {@code internal.text}.
 */
@NullMarked
package dev.callist.internal.check;

import org.jspecify.annotations.NullMarked;
