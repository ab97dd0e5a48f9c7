/**
 * The paging side of the provider kit: lists whose pages are linked by tokens, {@link
 * dev.callist.provider.paging.TokenPages}, and lists that are counted in rows, {@link
 * dev.callist.provider.paging.CountedPages}. It may use the API, {@code dev.callist.provider}, and {@code
 * internal.walk} with {@code walk.source}; no type of those appears in a signature.
 */
@NullMarked
package dev.callist.provider.paging;

import org.jspecify.annotations.NullMarked;
