package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.internal.text.Masking;
import dev.callist.internal.threads.GuardedBy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A credential and the header that carries it. Thread-safe. */
public final class ApiCredential {
    private final String provider;
    private final String header;
    private final UnaryOperator<String> form;
    private final Supplier<String> source;
    private final Consumer<@Nullable String> check;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by the lock, which is held while the source is asked: it may take its time. */
    @GuardedBy("lock")
    private @Nullable String current;

    /**
     * A credential that a header carries.
     *
     * @param form turns the credential into the header's value
     * @param source supplies the credential; called once, and again each time the server refuses the credential
     * @param check throws when the source's value cannot be sent
     */
    public ApiCredential(
            String provider,
            String header,
            UnaryOperator<String> form,
            Supplier<String> source,
            Consumer<@Nullable String> check) {
        this.provider = provider;
        this.header = header;
        this.form = form;
        this.source = source;
        this.check = check;
    }

    String header() {
        return header;
    }

    /** The current credential. */
    String value() {
        lock.lock();
        try {
            if (current == null) {
                current = fromSource();
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    String headerValue(String value) {
        return form.apply(value);
    }

    /** The forms in which a server might echo a credential: plain, as sent, and in Base64 for URLs. */
    List<String> forms(String value) {
        String sent = headerValue(value).replaceFirst("=+$", "");
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        return List.of(value, sent, sent.replace('+', '-').replace('/', '_'), lastWord(sent), encoded);
    }

    private static String lastWord(String sent) {
        return sent.substring(sent.lastIndexOf(' ') + 1).replace('+', '-').replace('/', '_');
    }

    /** Asks the source again and returns whether the credential now differs from the refused one. */
    boolean renew(String refused) {
        lock.lock();
        try {
            if (refused.equals(current)) {
                current = renewed().orElse(current);
            }
            return !refused.equals(current);
        } finally {
            lock.unlock();
        }
    }

    /** The source's credential; absent when the source fails, so that the refusal is reported. */
    private Optional<String> renewed() {
        try {
            return Optional.of(fromSource());
        } catch (CallListException e) {
            return Optional.empty();
        }
    }

    private String fromSource() {
        String value;
        try {
            value = source.get();
        } catch (RuntimeException e) {
            throw CallListException.of(Kind.AUTHENTICATION, provider)
                    .detail("the credential supplier failed")
                    .build()
                    .causedBy(e);
        }
        check.accept(value);
        return value;
    }

    /** A mask, never the credential. */
    @Override
    public String toString() {
        return Masking.HIDDEN;
    }
}
