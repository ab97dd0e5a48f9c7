package dev.callist.cli.providers;

import dev.callist.cli.console.CommandException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxies that {@code HTTPS_PROXY} and {@code HTTP_PROXY} name, except for the hosts of {@code NO_PROXY}; a
 * lower-case name takes precedence. A user and password in a proxy's URL are sent to that proxy and never printed.
 */
public final class EnvironmentProxies {
    private final Map<String, String> environment;

    private EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The proxies of these environment variables. */
    public static EnvironmentProxies of(Map<String, String> environment) {
        return new EnvironmentProxies(environment);
    }

    /**
     * Returns a client that uses the proxies; empty if the environment names none.
     *
     * @throws CommandException when a variable is not the URL of an HTTP proxy
     */
    public Optional<OkHttpClient> client() {
        Map<String, HttpUrl> proxies = new HashMap<>();
        for (String scheme : List.of("https", "http")) {
            variable(scheme + "_proxy").ifPresent(text -> proxies.put(scheme, url(scheme, text)));
        }
        if (proxies.isEmpty()) {
            return Optional.empty();
        }
        Selector selector = new Selector(proxies, noProxy());
        return Optional.of(new OkHttpClient.Builder()
                .proxySelector(selector)
                .proxyAuthenticator(authenticator(proxies.values()))
                .addInterceptor(new ProxyFailures(selector))
                .build());
    }

    private Optional<String> variable(String lowerCase) {
        return Stream.of(lowerCase, lowerCase.toUpperCase(Locale.ROOT))
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private List<String> noProxy() {
        return variable("no_proxy").stream()
                .flatMap(hosts -> Stream.of(hosts.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    private static HttpUrl url(String scheme, String text) {
        HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "http://" + text);
        if (url == null || url.isHttps()) {
            throw CommandException.invalidConfig(scheme.toUpperCase(Locale.ROOT)
                    + "_PROXY is not the URL of an HTTP proxy; write it like http://proxy.example.com:3128");
        }
        return url;
    }

    /** Offers the user and password of a proxy to that proxy. */
    private static Authenticator authenticator(Iterable<HttpUrl> proxies) {
        return (route, response) -> {
            if (route == null || !(route.proxy().address() instanceof InetSocketAddress address)) {
                return null;
            }
            for (HttpUrl proxy : proxies) {
                boolean isThis = proxy.host().equals(address.getHostString()) && proxy.port() == address.getPort();
                if (isThis && !proxy.username().isEmpty()) {
                    String pair = Credentials.basic(proxy.username(), proxy.password(), StandardCharsets.UTF_8);
                    return response.request()
                            .newBuilder()
                            .header("Proxy-Authorization", pair)
                            .build();
                }
            }
            return null;
        };
    }

    /** Chooses the proxy of a host. */
    private static final class Selector extends ProxySelector {
        private final Map<String, HttpUrl> proxies;
        private final List<String> exceptions;

        Selector(Map<String, HttpUrl> proxies, List<String> exceptions) {
            this.proxies = proxies;
            this.exceptions = exceptions;
        }

        @Override
        public List<Proxy> select(URI uri) {
            HttpUrl proxy = proxies.get(uri.getScheme());
            if (proxy == null || isException(uri)) {
                return List.of(Proxy.NO_PROXY);
            }
            return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
        }

        boolean hasProxyFor(HttpUrl url) {
            return !select(url.uri()).contains(Proxy.NO_PROXY);
        }

        /** A name includes its subdomains; a port, if given, must match. */
        private boolean isException(URI uri) {
            String host = "." + uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
            int port = uri.getPort() < 0 ? (uri.getScheme().equals("https") ? 443 : 80) : uri.getPort();
            return exceptions.stream()
                    .map(name -> name.endsWith(":" + port) ? name.substring(0, name.lastIndexOf(':')) : name)
                    .map(name -> name.replaceFirst("^\\*?\\.", "").replaceAll("[\\[\\]]", ""))
                    .anyMatch(name -> name.equals("*") || host.endsWith("." + name));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {}
    }

    /** Reports a failure to reach a server through a proxy as a failure of the proxy. */
    private record ProxyFailures(Selector selector) implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                throw selector.hasProxyFor(chain.request().url()) && isOfTheProxy(e) ? new ProxyException(e) : e;
            }
        }

        private static boolean isOfTheProxy(IOException failure) {
            String message = text(failure.getMessage());
            return failure instanceof ConnectException
                    || failure instanceof NoRouteToHostException
                    || failure instanceof UnknownHostException
                    || (failure instanceof SocketTimeoutException && message.contains("connect"))
                    || message.contains("for connect")
                    || message.contains("proxy");
        }

        private static String text(@Nullable String message) {
            return message == null ? "" : message.toLowerCase(Locale.ROOT);
        }
    }

    /** The proxy could not be reached, or did not connect to the server. */
    public static final class ProxyException extends IOException {
        private static final long serialVersionUID = 1L;

        ProxyException(IOException cause) {
            super("the proxy failed", cause);
        }
    }
}
