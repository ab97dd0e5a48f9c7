package dev.callist.provider;

import dev.callist.internal.http.ApiCredential;
import dev.callist.internal.text.Masking;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A credential and the request header that carries it. It is printed masked, by {@link #toString()} and by any JSON mapper,
 * and cannot be serialised. Thread-safe.
 *
 * <p>The source is asked before the first request, and once more each time the server answers 401. What it gives must satisfy
 * {@link ConfigChecks#secret}. A request fails with AUTHENTICATION when the source throws, and with INVALID_CONFIG when what it
 * gives cannot be sent; neither failure quotes the credential.
 */
@Confidential
public final class Secret {
    private final ApiCredential credential;

    /**
     * A credential that a header carries.
     *
     * @param provider the lister's name, for failures
     * @param header the name of the request header, such as {@code Authorization}
     * @param form turns the credential into the header's value, such as {@code key -> "Bearer " + key}
     * @param source gives the credential; called by several threads, one at a time. {@link ConfigChecks#source} makes one of a
     *     fixed credential or of {@link dev.callist.ClientOptions#credentials()}
     */
    public Secret(String provider, String header, UnaryOperator<String> form, Supplier<String> source) {
        this.credential = new ApiCredential(
                provider, header, form, source, value -> ConfigChecks.secret(provider, "credential", value));
    }

    ApiCredential credential() {
        return credential;
    }

    /** Never the credential. */
    @Override
    public String toString() {
        return Masking.HIDDEN;
    }
}
