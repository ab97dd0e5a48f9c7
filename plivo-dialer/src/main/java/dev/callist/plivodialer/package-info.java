/**
 * The page and limit dialer API (Nectar Desk, on Plivo); start at {@link dev.callist.plivodialer.PlivoDialerCalls#create}.
 *
 * <p>From the public page "Fetch Calls" as it stood in 2025 and 2026; "inferred" marks what it does not say.
 *
 * <ul>
 *   <li><b>Endpoint</b>: {@code GET {base}/calls/}, with the slash at the end; the base is the tenant's, such as
 *       {@code https://TENANT/api/v1}.
 *   <li><b>Auth</b>: {@code Access-Token: …}, without a scheme; how long a token lives is not said.
 *   <li><b>Order</b>: newest first by {@code started_at} (inferred).
 *   <li><b>Paging</b>: {@code page} from 1, {@code limit} 1 to 1,000; {@code meta.next} is null on the last page. Its path
 *       forgets limit and filters, so it is never followed. Rows shift while calls arrive or vanish: page sizes are chosen so
 *       that each page has the last row of the page before it, and the upper end of the window is frozen at the first answer.
 *       What {@code meta.page} and {@code meta.limit} say is believed.
 *   <li><b>Window</b>: {@code dateFrom} and {@code dateTo} are days in a zone that is not said (inferred: inclusive, by
 *       {@code started_at}): asked for a day wider at both ends, trimmed here.
 *   <li><b>Direction</b>: {@code callType} {@code all_inbound} or {@code all_outbound}; everything else is filtered here.
 *   <li><b>Limits</b>: none documented, nor any error's form.
 *   <li><b>Quirks</b>: instants are seconds since 1970; {@code duration} is the time talked, without waiting, so that no end
 *       follows from it; numbers have no {@code +}, a contact's has its country code in front; {@code type} is no
 *       {@code callType}; absent objects and lists come as {@code ""} or {@code []}; an address of a recording may lack its
 *       scheme. A call's status is seen from three flags only: busy, failed and canceled calls are NO_ANSWER.
 * </ul>
 */
package dev.callist.plivodialer;
