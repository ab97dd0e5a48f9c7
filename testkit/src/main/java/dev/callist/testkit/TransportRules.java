package dev.callist.testkit;

/**
 * What lies between a lister and its server: TLS, HTTP/2 and proxies. Needs {@code okhttp-tls} on the path, which the testkit
 * does not bring along.
 */
public interface TransportRules extends SecureRules, Http2Rules, ProxyRules {}
