package dev.callist.cli;

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

    String kind() {
        return kind;
    }

    int exitCode() {
        return exitCode;
    }
}
