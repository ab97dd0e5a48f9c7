package dev.callist.internal.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * The server that requests go to, and the proxy in between, for failures to name.
 *
 * @param host the server's host
 * @param proxy the proxy's host and port; absent without a proxy
 */
record ServerPeer(String host, Optional<String> proxy) {
    static ServerPeer of(OkHttpClient http, HttpUrl url) {
        return new ServerPeer(
                url.host(),
                proxies(http, url)
                        .map(Proxy::address)
                        .filter(InetSocketAddress.class::isInstance)
                        .map(InetSocketAddress.class::cast)
                        .map(address -> address.getHostString() + ":" + address.getPort())
                        .findFirst());
    }

    /** The proxies in the order in which OkHttp tries them. */
    private static Stream<Proxy> proxies(OkHttpClient http, HttpUrl url) {
        Proxy fixed = http.proxy();
        if (fixed != null) {
            return Stream.of(fixed);
        }
        try {
            return http.proxySelector().select(url.uri()).stream().limit(1);
        } catch (RuntimeException e) {
            return Stream.empty();
        }
    }
}
