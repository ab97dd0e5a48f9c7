/**
 * The Bird Voice Calls API (formerly MessageBird); start at {@link dev.callist.bird.BirdCalls#create}.
 *
 * <p>From Bird's public documentation of 2025 and 2026; "inferred" marks facts that it does not state.
 *
 * <ul>
 *   <li><b>Endpoint</b>: {@code GET https://api.bird.com/workspaces/{workspaceId}/channels/{channelId}/calls}; the
 *       calls of all channels at {@code …/channels/calls}; one call at {@code …/calls/{callId}}.
 *   <li><b>Auth</b>: {@code Authorization: AccessKey …}; older pages show {@code Bearer}, see {@link
 *       dev.callist.bird.BirdConfig.AuthScheme}. A key may lack the role: 403.
 *   <li><b>Order</b>: newest first by {@code createdAt}.
 *   <li><b>Paging</b>: {@code limit} 1 to 1,000 (always sent: its default differs between versions of the
 *       documentation); {@code nextPageToken} is absent on the last page. The token is a position in the order, so new
 *       calls do not shift pages; it holds no filters, so they are sent with every page. A page may be empty and still
 *       have a successor.
 *   <li><b>Window</b>: {@code startAt} and {@code endAt} select by {@code createdAt}, and whether they are inclusive is
 *       not documented (inferred): the request is a little wider, and the walk trims it.
 *   <li><b>Several requests at once</b>: with {@code createdFrom} the window is split into parts of about one page. The
 *       first part shows the first page again. If it shows further calls, the list does not run newest first, and its
 *       pages are read in sequence.
 *   <li><b>Limits</b>: 50 reads a second for a workspace, then 429.
 *   <li><b>Quirks</b>: {@code duration} is in seconds and 0 for unanswered calls, not derivable from the instants;
 *       {@code answeredAt} may be set on unanswered calls and be earlier than {@code ringingAt}; numbers come with and
 *       without {@code +}, app clients as {@code client:…}; fractions of seconds have no trailing zeros; the SIP code
 *       is in {@code hangupSipCode} or in {@code sipInsights}; {@code mos} and {@code pdd} are numbers as text. A call
 *       that an agent makes in a browser is {@code incoming}, with its outgoing leg a call of its own that names it as
 *       parent.
 * </ul>
 */
@NullMarked
package dev.callist.bird;

import org.jspecify.annotations.NullMarked;
