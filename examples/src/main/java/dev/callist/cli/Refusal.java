package dev.callist.cli;

import dev.callist.CallListException;

/** A run that cannot be done, told as one line {@code callist: KIND: …}. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final int exitCode;

    private Refusal(String kind, int exitCode, String message) {
        super(message);
        this.kind = kind;
        this.exitCode = exitCode;
    }

    /** Something is missing on the command line or in the environment, or does not fit together. */
    static Refusal config(String message) {
        return new Refusal("INVALID_CONFIG", ExitCode.USAGE, message);
    }

    /** The state file does not fit the command. */
    static Refusal state(String message) {
        return new Refusal("INVALID_RESUME_POINT", ExitCode.FAILED, message);
    }

    /** A file cannot be read or written. */
    static Refusal file(String message) {
        return new Refusal("FILE", ExitCode.FAILED, message);
    }

    /** One of several providers failed. */
    static Refusal ofSeveral(CallListException failure, String message) {
        Refusal refusal = new Refusal(failure.kind().name(), ExitCode.of(failure.kind()), message);
        refusal.initCause(failure);
        return refusal;
    }

    /** The same, with the name of the provider that it is about. */
    Refusal of(Provider provider) {
        return new Refusal(kind, exitCode, provider.name() + ": " + getMessage());
    }

    String kind() {
        return kind;
    }

    int exitCode() {
        return exitCode;
    }
}
