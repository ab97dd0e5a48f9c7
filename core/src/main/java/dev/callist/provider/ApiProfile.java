package dev.callist.provider;

import dev.callist.CallLister;
import dev.callist.HttpRedaction;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What the HTTP layer must know about one provider's API.
 *
 * @param provider the lister's name, {@link dev.callist.CallLister#provider()}
 * @param instants the usual format of its instants
 * @param durations the unit of its durations that are plain numbers; a field whose name ends in {@code _ms} counts
 *     milliseconds
 * @param requestIdHeader the response header that names the request, such as {@code X-Request-Id}; a failure reports
 *     its value
 * @param waitMillisHeader the response header that says how many milliseconds to wait in the absence of Retry-After;
 *     empty text if the API has no such header
 * @param redaction the headers and query parameters that logs must hide; the lister should offer it to its users
 */
public record ApiProfile(
        String provider,
        InstantFormat instants,
        TimeUnit durations,
        String requestIdHeader,
        String waitMillisHeader,
        HttpRedaction redaction) {
    /** Rejects null. */
    public ApiProfile {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(instants, "instants");
        Objects.requireNonNull(durations, "durations");
        Objects.requireNonNull(requestIdHeader, "requestIdHeader");
        Objects.requireNonNull(waitMillisHeader, "waitMillisHeader");
        Objects.requireNonNull(redaction, "redaction");
    }

    /** A profile of an API that counts durations in seconds. */
    public ApiProfile(
            String provider,
            InstantFormat instants,
            String requestIdHeader,
            String waitMillisHeader,
            HttpRedaction redaction) {
        this(provider, instants, TimeUnit.SECONDS, requestIdHeader, waitMillisHeader, redaction);
    }

    /**
     * A lister that says how its provider writes calls. It is optional: {@link dev.callist.CallListers#check} compares
     * the server's rows with it.
     */
    public interface ProfiledLister extends CallLister {
        /** What the HTTP layer knows about the API, in particular the usual format of its instants. */
        ApiProfile profile();

        /**
         * The words that the provider is known to use for statuses and directions, in its own spelling. Empty if its
         * vocabulary is open; then a word is known if it means a status or a direction.
         */
        default Set<String> knownWords() {
            return Set.of();
        }

        /** Whether the provider writes numbers and durations as JSON texts, such as {@code "12"}; false by default. */
        default boolean writesNumbersAsText() {
            return false;
        }
    }
}
