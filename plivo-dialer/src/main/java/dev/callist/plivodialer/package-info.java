/**
 * The page-and-limit dialer API (Nectar Desk, on Plivo); start at {@link
 * dev.callist.plivodialer.PlivoDialerCalls#create}.
 *
 * <p>Based on the public page "Fetch Calls" of 2025 and 2026; "inferred" marks facts that it does not state.
 *
 * <ul>
 *   <li><b>Endpoint</b>: {@code GET {base}/calls/}, with the slash at the end; the base is the tenant's, such as {@code
 *       https://TENANT/api/v1}.
 *   <li><b>Auth</b>: {@code Access-Token: …}, without a scheme; the lifetime of a token is not documented.
 *   <li><b>Order</b>: newest first by {@code started_at} (inferred).
 *   <li><b>Paging</b>: {@code page} from 1, {@code limit} 1 to 1,000; {@code meta.next} is null on the last page. Its
 *       path omits the limit and the filters, so it is never followed. Rows shift while calls are added or removed:
 *       page sizes are chosen so that each page contains the last row of the previous one. {@code meta.page} and {@code
 *       meta.limit} are trusted.
 *   <li><b>Window</b>: {@code dateFrom} and {@code dateTo} are days in an undocumented zone (inferred: inclusive, by
 *       {@code started_at}): the request begins a day earlier and ends two days later, and the walk trims it.
 *   <li><b>Direction</b>: {@code callType} {@code all_inbound} or {@code all_outbound}; everything else is filtered
 *       here.
 *   <li><b>Limits</b>: not documented, and neither is the form of errors.
 *   <li><b>Quirks</b>: instants are seconds since 1970; {@code duration} is the talk time, without waiting, so that the
 *       end cannot be computed from it; numbers have no {@code +}, and a contact's number starts with its country code;
 *       {@code type} is not the {@code callType}; absent objects and lists are {@code ""} or {@code []}; the address of
 *       a recording may lack its scheme. A call's status is derived from three flags: busy, failed and canceled calls
 *       are NO_ANSWER.
 * </ul>
 */
@NullMarked
package dev.callist.plivodialer;

import org.jspecify.annotations.NullMarked;
