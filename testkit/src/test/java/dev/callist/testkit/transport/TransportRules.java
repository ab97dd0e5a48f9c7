package dev.callist.testkit.transport;

/**
 * What lies between a lister and its server: TLS, HTTP/2 and proxies. Needs {@code okhttp-tls} on the path, which the testkit
 * does not bring along.
 */
public interface TransportRules extends TlsRules, Http2Rules, ProxyRules {}
