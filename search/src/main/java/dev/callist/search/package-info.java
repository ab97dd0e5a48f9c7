/**
 * Lists calls with Whippy's Search Calls API, which pages by offset; start at {@link
 * dev.callist.search.SearchCalls#create}.
 *
 * <p>From the public page "Search Calls" and related pages, as of 2025 and 2026; "inferred" marks facts that they do
 * not state.
 *
 * <ul>
 *   <li><b>Endpoint</b>: {@code POST https://api.whippy.co/v1/calls/search} (inferred from related pages) with {@code
 *       limit}, {@code offset} and {@code timeout} in the query and the filters as JSON.
 *   <li><b>Auth</b>: {@code X-WHIPPY-KEY: …}.
 *   <li><b>Order</b>: not documented; calls are returned in the server's order.
 *   <li><b>Paging</b>: {@code limit} 50 by default, up to 500 (inferred); the next offset is that of the rows received.
 *       The response is {@code {"data":[…],"total":N}} (inferred); {@code total} may be missing or wrong. Rows shift
 *       while calls are added or removed: each page begins with the last row of the previous one, or the last two. A
 *       page with nothing new ends the list unless the total says that more rows exist, and so does a page that is not
 *       full and reaches the total.
 *   <li><b>Window</b>: {@code after} and {@code before} select by creation, and whether they are inclusive is not
 *       documented: the request is one second wider at each end, and the walk trims it.
 *   <li><b>Search timeout</b>: the server may search for 15 to 120 seconds; our own timeouts are longer.
 *   <li><b>Limits</b>: 25 requests a second for a key, then 429 with {@code
 *       X-RateLimit-Remaining-Interval-Milliseconds}.
 *   <li><b>Quirks</b>: the row's shape is not documented (inferred from calls elsewhere in the API); durations are in
 *       milliseconds; dates have a {@code Z}, microseconds, or no zone, which means UTC; directions are
 *       in capitals; {@code delivery_status} has an open set of words, so that a call's status is often UNKNOWN; no
 *       tags.
 * </ul>
 */
@NullMarked
package dev.callist.search;

import org.jspecify.annotations.NullMarked;
