/**
 * The provider kit: everything that a {@link dev.callist.CallLister} of another provider needs besides the API in
 * {@code dev.callist}. It may use the API and {@code internal.http}, {@code internal.json} and {@code internal.text};
 * no type of those appears in a signature.
 *
 * <p>A provider consists of
 *
 * <ul>
 *   <li>a config, which checks its values with {@link dev.callist.provider.ConfigChecks} and keeps its credential in a
 *       {@link dev.callist.provider.Secret};
 *   <li>a native record with the provider's own field names, all nullable, and a {@link dev.callist.provider.RowMapper}
 *       that turns one into a {@link dev.callist.Call};
 *   <li>a page, which is a record that implements {@link dev.callist.provider.Envelope};
 *   <li>the lister itself, which extends {@link dev.callist.provider.paging.PagedLister}. It describes the API in an
 *       {@link dev.callist.provider.ApiProfile}, decides with {@link dev.callist.provider.ServerFilters} what the
 *       server filters, and builds the requests of its {@link dev.callist.provider.paging.TokenPages} or {@link
 *       dev.callist.provider.paging.CountedPages}.
 * </ul>
 *
 * <p>{@link dev.callist.provider.JsonClient} honours all of {@link dev.callist.ClientOptions}: timeouts, attempts,
 * waits, rate, limits and the listener.
 *
 * <p>How a record is read: text, {@code Long}, {@code BigDecimal}, {@code Boolean}, {@code Instant}, {@code Duration},
 * lists and nested records are read tolerantly, in the same way for all providers. Whole numbers may be written {@code
 * 5}, {@code "5"} or {@code 5.0}; a duration may have a fraction or be written {@code 00:08:10}; an instant may have
 * any spelling of {@link dev.callist.provider.InstantFormat}; an id may be a number or text; a list may be an object
 * whose names are indexes; null and blank text are absent. {@link dev.callist.provider.CallWords} maps the
 * provider's words to the neutral enums. A field
 * that cannot be read is null in the record, and its name goes to {@link dev.callist.Call#problems()}; so does the name
 * of a text in which invalid characters were replaced by U+FFFD. The document itself is read strictly: a
 * duplicate key, a second document or a missing list fails the request with BAD_RESPONSE. A module that has records
 * must open their package to {@code com.fasterxml.jackson.databind}.
 */
@NullMarked
package dev.callist.provider;

import org.jspecify.annotations.NullMarked;
