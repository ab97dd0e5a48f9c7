package dev.callist.cli;

import dev.callist.CallListException;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.FailureText;
import dev.callist.cli.console.StandardOutput.ClosedPipeException;
import dev.callist.cli.text.SimilarWord;
import dev.callist.sync.CallStoreException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
        console.printLine(message(failure) + suggestion(failure));
        console.err()
                .println("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched
                ? "there is no " + (unmatched.isUnknownOption() ? "option " : "argument ")
                        + unmatched.getUnmatched().get(0)
                : String.valueOf(failure.getMessage());
    }

    /** Names the option or the command that was probably meant. */
    private static String suggestion(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        List<String> known = unmatched.isUnknownOption()
                ? command.options().stream().map(OptionSpec::longestName).toList()
                : List.copyOf(command.subcommands().keySet());
        String given = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        return SimilarWord.question(given, known);
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
        if (failure instanceof ClosedPipeException) {
            return ExitCode.BROKEN_PIPE;
        }
        if (failure instanceof IOException) {
            console.printLine("FILE: " + failure.getMessage());
            return ExitCode.FAILED;
        }
        console.printLine("INTERNAL: " + failure.getClass().getName()
                + "; this is a bug; set CALLIST_DEBUG=1 to print the stack trace");
        return ExitCode.FAILED;
    }
}
