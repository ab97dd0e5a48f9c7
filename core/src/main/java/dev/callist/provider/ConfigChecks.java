package dev.callist.provider;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values of a config when it is built. Each check throws a {@link CallListException} with INVALID_CONFIG
 * that says which rule was broken and never quotes the value.
 */
public final class ConfigChecks {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SECRET = 8 << 10;

    private ConfigChecks() {}

    /**
     * Checks an id that becomes part of a path: ASCII letters, digits and {@code - _ . ~}, but not dots alone.
     *
     * @param name the setting's name, for the failure
     */
    public static void id(String provider, String name, String id) {
        require(provider, !id.isBlank(), name + " must not be blank");
        int bad = firstOutside(id, "-_.~");
        require(provider, bad < 0, name + " " + defect(id, bad));
        require(provider, !id.replace(".", "").isEmpty(), name + " must not be dots only");
    }

    /**
     * Checks a name that the user chooses: from 1 to 100 characters, without control characters.
     *
     * @param setting the setting's name, for the failure
     */
    public static void name(String provider, String setting, String name) {
        require(provider, !name.isBlank(), setting + " must not be blank");
        require(
                provider,
                name.length() <= LONGEST_NAME,
                setting + " must not be longer than " + LONGEST_NAME + " characters");
        require(
                provider,
                name.codePoints().noneMatch(Character::isISOControl),
                setting + " must not contain control characters");
    }

    /**
     * Checks a credential that becomes part of a header: visible ASCII without spaces, from 1 to 8,192 characters.
     *
     * @param name the setting's name, for the failure
     */
    public static void secret(String provider, String name, @Nullable String secret) {
        require(provider, secret != null && !secret.isBlank(), name + " must not be blank");
        require(
                provider,
                secret == null || secret.length() <= LONGEST_SECRET,
                name + " must not be longer than " + LONGEST_SECRET + " characters");
        for (int i = 0; secret != null && i < secret.length(); i++) {
            char c = secret.charAt(i);
            require(provider, c > ' ' && c <= '~', name + " " + defect(secret, i));
        }
    }

    /** Checks that a text contains no control character, such as a line break. */
    static void printable(String provider, String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            require(provider, !Character.isISOControl(text.charAt(i)), name + " " + defect(text, i));
        }
    }

    /** Checks a text for a request parameter: from 1 to {@code most} characters. */
    public static void length(String provider, String name, Optional<String> text, int most) {
        int length = text.map(String::length).orElse(1);
        require(provider, length >= 1 && length <= most, name + " must have from 1 to " + most + " characters");
    }

    /** Checks a number for a request parameter: 0 or more. */
    public static void notNegative(String provider, String name, long number) {
        require(provider, number >= 0, name + " must be 0 or more");
    }

    /**
     * The source of a credential. Exactly one of a fixed credential and the options' supplier must be present. A fixed
     * credential is checked at once; a supplier is not called yet.
     *
     * @param name the setting's name, for the failure
     */
    public static Supplier<String> source(
            String provider, String name, Optional<String> fixed, Optional<Supplier<String>> supplier) {
        require(
                provider,
                fixed.isPresent() || supplier.isPresent(),
                name + " is missing: set " + name + " or options.credentials");
        require(
                provider,
                fixed.isEmpty() || supplier.isEmpty(),
                "set either " + name + " or options.credentials, not both");
        fixed.ifPresent(secret -> secret(provider, name, secret));
        return supplier.orElseGet(() -> fixed::orElseThrow);
    }

    /** Checks a base URL: https, or http on a loopback address, without user, query and fragment. */
    public static HttpUrl baseUrl(String provider, URI base) {
        HttpUrl url = HttpUrl.get(base);
        if (url == null || base.getHost() == null) {
            throw refused(provider, "baseUrl must be an absolute http or https URL");
        }
        require(provider, base.getRawUserInfo() == null, "baseUrl must not contain a user");
        require(
                provider,
                base.getRawQuery() == null && base.getRawFragment() == null,
                "baseUrl must not have a query or fragment");
        require(
                provider,
                url.isHttps() || isLoopback(url.host()),
                "baseUrl must be https; http is allowed for loopback addresses only");
        return url;
    }

    /** The path of a base URL without slashes at its end, for the start of a path template; empty for the root. */
    public static String path(HttpUrl base) {
        return base.encodedPath().replaceFirst("/+$", "");
    }

    /** Fails with INVALID_CONFIG unless the rule holds. */
    public static void require(String provider, boolean holds, String rule) {
        if (!holds) {
            throw refused(provider, rule);
        }
    }

    static CallListException refused(String provider, String rule) {
        return CallListException.of(Kind.INVALID_CONFIG, provider)
                .detail(rule)
                .build()
                .asException();
    }

    /** What is wrong with the character at a position; a key that was read from a file often ends in a line break. */
    private static String defect(String text, int at) {
        char c = text.charAt(Math.max(at, 0));
        if ((c == '\n' || c == '\r') && text.substring(at).isBlank()) {
            return "ends in a line break; remove it";
        }
        String kind = c == ' ' ? "a space" : Character.isISOControl(c) ? "a control character" : "an illegal character";
        return "has " + kind + " at position " + at;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static int firstOutside(String text, String marks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && marks.indexOf(c) < 0) {
                return i;
            }
        }
        return -1;
    }
}
