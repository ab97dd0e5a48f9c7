package dev.callist.provider;

import dev.callist.internal.http.ApiCredential;
import dev.callist.internal.text.Masking;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A credential and the request header that carries it. {@link #toString()} masks it, JSON mappers omit it, and it
 * cannot be serialised. Thread-safe.
 *
 * <p>The source is called before the first request, and again each time the server responds with 401. Its value must
 * satisfy {@link ConfigChecks#secret}. A request fails with AUTHENTICATION when the source throws, and with
 * INVALID_CONFIG when its value cannot be sent; neither failure quotes the credential.
 */
@Confidential
public final class Secret {
    private final ApiCredential credential;

    /**
     * Creates a credential that a header carries.
     *
     * @param provider the lister's name, for failures
     * @param header the name of the request header, such as {@code Authorization}
     * @param form turns the credential into the header's value, such as {@code key -> "Bearer " + key}
     * @param source supplies the credential; called by several threads, one at a time. {@link ConfigChecks#source}
     *     makes one from a fixed credential or from {@link dev.callist.ClientOptions#credentials()}
     */
    public Secret(String provider, String header, UnaryOperator<String> form, Supplier<String> source) {
        this.credential = new ApiCredential(
                provider, header, form, source, value -> ConfigChecks.secret(provider, "credential", value));
    }

    /**
     * A password that HTTP Basic sends together with a user.
     *
     * @param provider the lister's name, for failures
     * @param user visible ASCII without a colon
     * @param source supplies the password, as in {@link #Secret}
     */
    public static Secret basic(String provider, String user, Supplier<String> source) {
        return new Secret(provider, "Authorization", password -> "Basic " + encoded(user + ":" + password), source);
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    ApiCredential credential() {
        return credential;
    }

    /** A mask, never the credential. */
    @Override
    public String toString() {
        return Masking.HIDDEN;
    }
}
