/**
 * Twilio's list of calls; start at {@link dev.callist.twilio.TwilioCalls#create}.
 *
 * <p>From Twilio's public documentation and its Java client up to 2026; "inferred" marks facts that neither states.
 *
 * <ul>
 *   <li><b>Endpoint</b>: {@code GET https://api.twilio.com/2010-04-01/Accounts/{accountSid}/Calls.json}; one call at
 *       {@code …/Calls/{sid}.json}. Other regions have other hosts.
 *   <li><b>Auth</b>: HTTP Basic with the account's sid and auth token, or with an API key's sid and secret and the
 *       account in the path. An account's auth token also opens its subaccounts, whose sid is then in the path. A
 *       parent account's list does not contain the calls of its subaccounts: use one lister for each.
 *   <li><b>Order</b>: newest first by {@code date_created}.
 *   <li><b>Paging</b>: {@code PageSize} 1 to 1,000 (always sent). {@code next_page_uri} is null on the last page;
 *       otherwise it is a path on the host. It is never requested: its {@code Page} and {@code PageToken} are taken,
 *       and our own filters sent with them. The token names a row (inferred: a position in the order), so new calls do
 *       not shift pages. A link with {@code Page} alone is followed too, but then the report says UNKNOWN. Some
 *       accounts get status 500 for large pages (reported by users); such a page is asked for again, smaller.
 *   <li><b>Window</b>: filtered here. {@code StartTime} and {@code EndTime} do not filter by {@code date_created}, and
 *       leave out calls that never started; they are available in {@link dev.callist.twilio.TwilioFilters}. A walk
 *       stops once a whole page is a day older than the window.
 *   <li><b>Several requests at once</b>: a range of {@code StartTime} (at least {@code StartTime>}) is split, by {@link
 *       dev.callist.provider.paging.StartTimeSplit}. Calls that start within a minute, or within twice the longest
 *       delay seen on the first page, come in the order of {@code date_created}; one that waits longer, such as a
 *       queued call, comes where it started, and the report then says that the list was not in order. No call is left
 *       out.
 *   <li><b>Filters</b>: {@code StartTime} and {@code EndTime} take a day in UTC; with {@code <} or {@code >}, a day or
 *       a time, both inclusive. Calls have no tags.
 *   <li><b>Limits</b>: requests at once, per account; 429 with code 20429 asks to back off. Responses name their
 *       request in {@code Twilio-Request-Id}.
 *   <li><b>Quirks</b>: dates are RFC 2822 in whole seconds; {@code duration}, {@code queue_time} and {@code price} are
 *       text; {@code price} is negative, and null until the call is rated; a withheld caller is a made-up number such
 *       as {@code +266696687}; {@code answered_by} has several words for machines, and {@code fax} is UNKNOWN. Errors
 *       are {@code {"code", "message", "more_info", "status"}}.
 * </ul>
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Call resource</a>
 * @see <a href="https://www.twilio.com/docs/usage/twilios-response#pagination">Twilio's response</a>
 */
@NullMarked
package dev.callist.twilio;

import org.jspecify.annotations.NullMarked;
