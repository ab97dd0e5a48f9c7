/**
 * Two lists of a SignalWire project. The Compatibility API (LaML, cXML) lists LaML calls; start at {@link
 * dev.callist.signalwire.SignalWireCalls#create}. The voice log lists calls of every kind and says less about each;
 * start at {@link dev.callist.signalwire.SignalWireLogs#create}.
 *
 * <p>From SignalWire's public documentation and recorded responses up to 2026; "inferred" marks facts that neither
 * states.
 *
 * <p><b>The Compatibility API</b>
 *
 * <ul>
 *   <li><b>Endpoint</b>: {@code GET https://{space}.signalwire.com/api/laml/2010-04-01/Accounts/{projectId}/Calls}; one
 *       call at {@code …/Calls/{sid}}; both also with {@code .json}.
 *   <li><b>Auth</b>: HTTP Basic with the project's id and an API token. A token needs the scope Voice; without it the
 *       response is 401 or 403.
 *   <li><b>Order</b>: newest first by {@code date_created} (inferred).
 *   <li><b>Paging</b>: {@code PageSize} 1 to 1,000 (always sent). {@code next_page_uri} is null on the last page;
 *       otherwise it is relative to the host and already has {@code /api/laml} in it, so that appending it to a base
 *       path would repeat that. It is never requested: its {@code Page} and {@code PageToken} are taken, and our own
 *       filters sent with them. The token names a row (inferred: a position in the order), so new calls do not shift
 *       pages. A link with {@code Page} alone is followed too, but then the report says UNKNOWN.
 *   <li><b>Window</b>: filtered here. {@code StartTime} and {@code EndTime} do not filter by {@code date_created}, and
 *       leave out calls that never started; they are available in {@link dev.callist.signalwire.SignalWireFilters}. A
 *       walk stops once a whole page is a day older than the window.
 *   <li><b>Several requests at once</b>: a range of {@code StartTime} (at least {@code StartTime>}) is split into parts
 *       of about one page, unless most calls of a part would be read twice. The first part shows the first page again.
 *       If it shows further calls of that time, the list does not run newest first, and its pages are read in sequence.
 *       Calls that start within a minute, or within twice the longest delay seen on the first page, come in the order
 *       of {@code date_created}; one that waits longer comes where it started, and the report then says that the list
 *       was not in order. No call is left out.
 *   <li><b>Filters</b>: names are case-sensitive, and unknown ones are ignored (inferred); the {@code <}, {@code >} and
 *       {@code +} of names, dates and numbers are sent encoded. Calls have no tags.
 *   <li><b>Limits</b>: none on reading ("effectively unlimited"); 429 asks to back off. Responses name their request in
 *       {@code X-Request-Id} (inferred).
 *   <li><b>Quirks</b>: dates are RFC 2822 in whole seconds ({@code Sep}; the documentation's examples say {@code
 *       Sept}); directions are {@code inbound}, {@code outbound-api} and {@code outbound-dial} where the documentation
 *       says {@code inbound} and {@code outbound}; {@code duration} is in seconds, rounded up, and 0 rather than absent
 *       while a call is queued; {@code price} is null until the call is rated, a number or text of either sign
 *       afterwards; {@code audio_in_mos} is a number as text; {@code formatted_from} and {@code formatted_to} vary in
 *       form; a caller id that is not a number is in {@code from} as it was received; sids are mostly UUIDs, not
 *       always; an error's code is a number or text, and a 404 may be plain text.
 * </ul>
 *
 * <p><b>The voice log</b>
 *
 * <ul>
 *   <li><b>Endpoint</b>: {@code GET https://{space}.signalwire.com/api/voice/logs}; one entry at {@code …/logs/{id}}.
 *   <li><b>Auth</b>: as above.
 *   <li><b>Order</b>: newest first by {@code created_at} (inferred).
 *   <li><b>Paging</b>: {@code page_size} 1 to 1,000 (always sent). {@code links.next} is an absolute URL, absent on the
 *       last page. It is never requested: its {@code page_number} and {@code page_token} are taken, and our own filters
 *       sent with them. It must have the base URL's scheme and host.
 *   <li><b>Window</b>: {@code created_after} and {@code created_before} name days; whether they include the day that
 *       they name, and in which zone it is a day, is not documented. A walk asks for two days more at both ends and
 *       trims, which is enough for every answer to both. For the same reason a walk sends one request at a time: a
 *       window for each request would read four days in vain. Several windows of weeks can be read at once as separate
 *       queries.
 *   <li><b>Filters</b>: all others are applied here. Entries have no tags.
 *   <li><b>Deleted entries</b> come with {@code include_deleted} only, see {@link
 *       dev.callist.signalwire.SignalWireLogsFilters#includeDeleted()}. Of such an entry only {@code id}, {@code
 *       created_at} and {@code discarded_at} are left: it is a call without parties whose status and direction are
 *       UNKNOWN, and whose {@code updatedAt} is when it was deleted.
 *   <li><b>Ids</b>: an entry's id may differ from the sid of its call (inferred). The {@code url} of a LaML call ends
 *       in its sid, by which {@link dev.callist.CallListers#merged} joins both lists; it then returns LaML calls once.
 *   <li><b>Quirks</b>: {@code direction} is null for Dialogflow calls and {@code status} for legs of a call fabric;
 *       {@code duration_ms} is preferred to {@code duration}; {@code charge} is in US dollars and positive (inferred);
 *       there are no times of start, end and update; the words of statuses are not documented for every type; errors
 *       are lists, and a 404 may be plain text.
 * </ul>
 */
@NullMarked
package dev.callist.signalwire;

import org.jspecify.annotations.NullMarked;
