package dev.callist.cli.console;

import dev.callist.CallListException;

/** Formats failures of a list as one line each. */
public final class FailureText {
    private FailureText() {}

    /** Formats a failure as {@code KIND: what happened}. */
    public static String withoutProvider(CallListException failure) {
        return afterPrefix(
                String.valueOf(failure.getMessage()), failure.failure().provider() + ": ");
    }

    /** Formats a failure as {@code KIND: provider: what happened}. */
    public static String withProvider(CallListException failure) {
        return failure.kind() + ": " + withProviderOnly(failure);
    }

    /** Formats a failure as {@code provider: what happened}. */
    static String withProviderOnly(CallListException failure) {
        return failure.failure().provider() + ": " + afterPrefix(withoutProvider(failure), failure.kind() + ": ");
    }

    private static String afterPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
