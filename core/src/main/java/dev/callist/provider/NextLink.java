package dev.callist.provider;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;

/**
 * A response's link to the next page. It is never requested: it must lead to the lister's own list, and only its query
 * parameters are used.
 */
public final class NextLink {
    private static final int LONGEST = 8 << 10;
    private static final String FORMAT = ".json";

    private final HttpUrl link;

    private NextLink(HttpUrl link) {
        this.link = link;
    }

    /**
     * Reads a link, which may be relative. White space around it and {@code .json} at the end of its path are ignored.
     *
     * @param provider the lister's name, for the failure
     * @param list the list's own address, without a query
     * @param optionalPrefix a start of the path that the link may omit; empty for none
     * @throws CallListException FOREIGN_LINK if the link has more than 8,192 characters, contains anything but
     *     printable ASCII or a backslash, names a user, or differs from the list in scheme, host, port or path
     */
    public static NextLink of(String provider, String received, HttpUrl list, String optionalPrefix) {
        String text = received.strip();
        boolean plain = text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '\\');
        HttpUrl link = plain ? list.resolve(text) : null;
        if (link == null || !isOurs(link, text, list, optionalPrefix)) {
            throw CallListException.of(Kind.FOREIGN_LINK, provider)
                    .detail("the next page's link does not lead to this lister's list")
                    .build()
                    .asException();
        }
        return new NextLink(link);
    }

    /** The first value of a query parameter, decoded; absent if missing or blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(link.queryParameter(name)).filter(value -> !value.isBlank());
    }

    /**
     * The first value of a query parameter exactly as it is in the link, for {@link
     * HttpUrl.Builder#addEncodedQueryParameter}; absent if missing or blank.
     */
    public Optional<String> encodedParameter(String name) {
        if (parameter(name).isEmpty()) {
            return Optional.empty();
        }
        String[] parts = Objects.requireNonNull(link.encodedQuery()).split("&", -1);
        return IntStream.range(0, parts.length)
                .filter(i -> link.queryParameterName(i).equals(name))
                .mapToObj(i -> parts[i].substring(parts[i].indexOf('=') + 1))
                .findFirst();
    }

    private static boolean isOurs(HttpUrl link, String text, HttpUrl list, String optionalPrefix) {
        boolean sameOrigin =
                link.scheme().equals(list.scheme()) && link.host().equals(list.host()) && link.port() == list.port();
        boolean namesUser = !link.username().isEmpty()
                || !link.password().isEmpty()
                || authority(text).contains("@");
        return sameOrigin && !namesUser && bare(link, optionalPrefix).equals(bare(list, optionalPrefix));
    }

    private static String authority(String text) {
        int start = text.indexOf("//");
        int query = text.indexOf('?');
        if (start < 0 || (query >= 0 && query < start)) {
            return "";
        }
        int end = text.indexOf('/', start + 2);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static String bare(HttpUrl url, String optionalPrefix) {
        String path = url.encodedPath();
        String withoutEnd = path.endsWith(FORMAT) ? path.substring(0, path.length() - FORMAT.length()) : path;
        return withoutEnd.startsWith(optionalPrefix) ? withoutEnd.substring(optionalPrefix.length()) : withoutEnd;
    }

    /** The host only. */
    @Override
    public String toString() {
        return "NextLink[" + link.host() + "]";
    }
}
