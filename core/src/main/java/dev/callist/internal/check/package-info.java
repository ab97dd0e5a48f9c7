/**
 * The check of a lister: a few requests, and what they say about the server. It may use the API, the provider kit,
 * {@code internal.threads} and {@code internal.text}.
 */
package dev.callist.internal.check;
