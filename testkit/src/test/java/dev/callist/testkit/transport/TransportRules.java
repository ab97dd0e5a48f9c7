package dev.callist.testkit.transport;

/**
 * The path between a lister and its server: TLS, HTTP/2, proxies, and bytes that were not requested. Needs {@code
 * okhttp-tls}, which the testkit does not bring along.
 */
public interface TransportRules extends TlsRules, Http2Rules, ProxyRules, SurplusRules {}
