package dev.callist.cli.console;

import dev.callist.CallListException;
import dev.callist.ListingListener.FailedAttempt;
import dev.callist.cli.text.DurationText;
import dev.callist.cli.text.OptionWords;
import dev.callist.sync.CallStoreException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Formats failures of a list as one line each. */
public final class FailureText {
    private static final int PROXY_AUTHENTICATION = 407;

    private FailureText() {}

    /** Formats a failure as {@code KIND: what happened}. */
    public static String withoutProvider(CallListException failure) {
        return OptionWords.in(afterPrefix(
                        String.valueOf(failure.getMessage()), failure.failure().provider() + ": "))
                + proxyNote(failure);
    }

    /** Returns the name of the list that failed: that of the merged one, or the provider's. */
    public static String source(List<String> merged, CallListException failure) {
        OptionalInt place = failure.failure().mergedLister();
        return place.isPresent() && place.getAsInt() < merged.size()
                ? merged.get(place.getAsInt())
                : failure.failure().provider();
    }

    /** Formats a failure as {@code KIND: name: what happened}. */
    public static String withName(String name, CallListException failure) {
        return failure.kind() + ": " + withNameOnly(name, failure);
    }

    /** Formats a failure as {@code name: what happened}. */
    static String withNameOnly(String name, CallListException failure) {
        return name + ": " + afterPrefix(withoutProvider(failure), failure.kind() + ": ");
    }

    /** Formats a failed attempt that is followed by another one. */
    static String ofAttempt(FailedAttempt attempt, Duration retryIn) {
        String status =
                attempt.status().isPresent() ? ", status " + attempt.status().getAsInt() : "";
        return attempt.provider() + ": attempt " + attempt.attempt() + " failed (" + attempt.kind() + status
                + "); the next one follows in " + DurationText.seconds(Duration.ofMillis(retryIn.toMillis())) + " s";
    }

    /** Formats a failure of a store as what happened, with the option that helps. */
    public static String ofStore(CallStoreException failure) {
        return failure.getMessage()
                + (failure.kind() == CallStoreException.Kind.QUERY_CHANGED ? " (--several-queries)" : "");
    }

    /** Blames the proxy where it failed, because the provider's host is not at fault. */
    private static String proxyNote(CallListException failure) {
        if (failure.failure().status().orElse(0) == PROXY_AUTHENTICATION) {
            return "; the proxy asks for a user and password: check HTTPS_PROXY";
        }
        boolean isOfProxy = String.valueOf(failure.getMessage()).contains("(ProxyException)");
        return isOfProxy
                ? "; the proxy failed, not the provider: check HTTPS_PROXY, or exempt the host in NO_PROXY"
                : "";
    }

    private static String afterPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
