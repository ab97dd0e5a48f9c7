package dev.callist.internal;

/**
 * What the HTTP side must know of one provider's API.
 *
 * @param provider the lister's name
 * @param instants how its dates are written
 * @param requestIdHeader the response header that names the request, in the provider's spelling
 * @param waitMillisHeader a response header that says how many milliseconds to wait where there is no Retry-After; empty
 *     text for none
 */
public record ApiProfile(String provider, InstantForm instants, String requestIdHeader, String waitMillisHeader) {}
