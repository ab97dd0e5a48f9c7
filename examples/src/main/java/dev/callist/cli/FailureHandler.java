package dev.callist.cli;

import dev.callist.CallListException;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.FailureText;
import dev.callist.sync.CallStoreException;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns an exception into one line on standard error and an exit code. */
final class FailureHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;

    FailureHandler(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        console.printLine(String.valueOf(failure.getMessage()));
        UnmatchedArgumentException.printSuggestions(failure, console.err());
        console.err()
                .println("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (console.variable("CALLIST_DEBUG").isPresent()) {
            failure.printStackTrace(console.err());
        }
        if (failure instanceof CallListException listFailure) {
            console.printLine(FailureText.withoutProvider(listFailure));
            return ExitCode.of(listFailure.kind());
        }
        if (failure instanceof CommandException commandFailure) {
            console.printLine(commandFailure.kind() + ": " + commandFailure.getMessage());
            return commandFailure.exitCode();
        }
        if (failure instanceof CallStoreException storeFailure) {
            console.printLine(storeFailure.kind() + ": " + FailureText.ofStore(storeFailure));
            return ExitCode.of(storeFailure.kind());
        }
        if (failure instanceof IOException ioFailure) {
            return handleIoFailure(ioFailure);
        }
        console.printLine("INTERNAL: " + failure.getClass().getName()
                + "; this is a bug, CALLIST_DEBUG=1 prints the stack trace");
        return ExitCode.FAILED;
    }

    private int handleIoFailure(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("pipe")) {
            return ExitCode.BROKEN_PIPE;
        }
        console.printLine("FILE: " + message);
        return ExitCode.FAILED;
    }
}
