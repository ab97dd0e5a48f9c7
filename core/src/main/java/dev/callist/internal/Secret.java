package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A credential and the header that carries it. Its text is masked, it is not serialisable, and it is checked without being
 * quoted. Thread-safe.
 */
@Confidential
public final class Secret {
    private final String provider;
    private final String header;
    private final UnaryOperator<String> form;
    private final Supplier<String> source;
    private @Nullable String current;

    /**
     * A credential that a header carries.
     *
     * @param form turns the credential into the header's value
     * @param source gives the credential; asked once, and again when the server refuses it
     */
    public Secret(String provider, String header, UnaryOperator<String> form, Supplier<String> source) {
        this.provider = provider;
        this.header = header;
        this.form = form;
        this.source = source;
    }

    String header() {
        return header;
    }

    /** The credential in force. */
    synchronized String value() {
        if (current == null) {
            current = asked();
        }
        return current;
    }

    String headerValue(String value) {
        return form.apply(value);
    }

    /** What a credential looks like wherever a server might echo it: as it is, as it is sent, and in Base64 for URLs. */
    List<String> forms(String value) {
        String sent = headerValue(value).replaceFirst("=+$", "");
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        return List.of(value, sent, sent.replace('+', '-').replace('/', '_'), lastWord(sent), encoded);
    }

    private static String lastWord(String sent) {
        return sent.substring(sent.lastIndexOf(' ') + 1).replace('+', '-').replace('/', '_');
    }

    /** Whether the source has another credential than the one that the server refused. */
    synchronized boolean renew(String refused) {
        if (refused.equals(current)) {
            current = renewed().orElse(current);
        }
        return !refused.equals(current);
    }

    /** What the source gives now; a source that fails leaves the refusal as it is. */
    private Optional<String> renewed() {
        try {
            return Optional.of(asked());
        } catch (CallListException e) {
            return Optional.empty();
        }
    }

    private String asked() {
        String value;
        try {
            value = source.get();
        } catch (RuntimeException e) {
            throw CallListException.of(Kind.AUTHENTICATION, provider)
                    .detail("the credential supplier failed")
                    .build()
                    .causedBy(e);
        }
        Checks.secret(provider, "credential", value);
        return value;
    }

    /** Never the credential. */
    @Override
    public String toString() {
        return Masked.HIDDEN;
    }
}
