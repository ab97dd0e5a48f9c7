package dev.callist.cli.console;

import dev.callist.CallListException;
import dev.callist.sync.CallStoreException;

/** A command that cannot be carried out. It is printed as one line, {@code callist: KIND: …}. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final int exitCode;

    private CommandException(String kind, int exitCode, String message) {
        super(message);
        this.kind = kind;
        this.exitCode = exitCode;
    }

    /** An argument or an environment variable is missing, invalid or contradicts another one. */
    public static CommandException invalidConfig(String message) {
        return new CommandException("INVALID_CONFIG", ExitCode.USAGE, message);
    }

    /** The state file of an export does not match the command. */
    public static CommandException invalidState(String message) {
        return new CommandException("INVALID_RESUME_POINT", ExitCode.FAILED, message);
    }

    /** One of several accounts failed; the message has its name. */
    public static CommandException ofAccount(String name, CallListException failure) {
        CommandException failureOfAccount = new CommandException(
                failure.kind().name(), ExitCode.of(failure.kind()), FailureText.withNameOnly(name, failure));
        failureOfAccount.initCause(failure);
        return failureOfAccount;
    }

    /** One of several copies in a store failed; the message names its provider. */
    public static CommandException ofStore(String provider, CallStoreException failure) {
        CommandException failureOfStore = new CommandException(
                failure.kind().name(), ExitCode.of(failure.kind()), provider + ": " + FailureText.ofStore(failure));
        failureOfStore.initCause(failure);
        return failureOfStore;
    }

    /** Returns this exception with its provider's name as a prefix of the message. */
    public CommandException withProvider(String provider) {
        return new CommandException(kind, exitCode, provider + ": " + getMessage());
    }

    public String kind() {
        return kind;
    }

    public int exitCode() {
        return exitCode;
    }
}
