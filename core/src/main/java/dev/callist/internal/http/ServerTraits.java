package dev.callist.internal.http;

/**
 * The headers that are specific to one provider's server.
 *
 * @param provider the lister's name
 * @param requestIdHeader the response header that names the request
 * @param waitMillisHeader the response header that says how many milliseconds to wait in the absence of Retry-After;
 *     empty for none
 */
public record ServerTraits(String provider, String requestIdHeader, String waitMillisHeader) {}
