package dev.callist.cli;

import dev.callist.CallListException;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into one line on stderr and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    /** A failure in the form {@code KIND: what happened}. */
    static String line(CallListException failure) {
        String message = String.valueOf(failure.getMessage());
        String subject = failure.failure().provider() + ": ";
        return message.startsWith(subject) ? message.substring(subject.length()) : message;
    }

    /** A failure of one of several providers in the form {@code KIND: provider: what happened}. */
    static String lineOfSeveral(CallListException failure) {
        return failure.kind() + ": " + withoutKind(failure);
    }

    /** A failure of one of several providers, to be thrown on. */
    static Refusal ofSeveral(CallListException failure) {
        return Refusal.ofSeveral(failure, withoutKind(failure));
    }

    private static String withoutKind(CallListException failure) {
        String line = line(failure);
        String kind = failure.kind() + ": ";
        return failure.failure().provider() + ": " + (line.startsWith(kind) ? line.substring(kind.length()) : line);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        console.note(String.valueOf(failure.getMessage()));
        UnmatchedArgumentException.printSuggestions(failure, console.err());
        console.err()
                .println("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        if (console.variable("CALLIST_DEBUG").isPresent()) {
            failure.printStackTrace(console.err());
        }
        if (failure instanceof CallListException known) {
            console.note(line(known));
            return ExitCode.of(known.kind());
        }
        if (failure instanceof Refusal refusal) {
            console.note(refusal.kind() + ": " + refusal.getMessage());
            return refusal.exitCode();
        }
        if (failure instanceof IOException cut && isBrokenPipe(cut)) {
            return ExitCode.BROKEN_PIPE;
        }
        if (failure instanceof IOException) {
            console.note("FILE: " + failure.getMessage());
            return ExitCode.FAILED;
        }
        console.note("INTERNAL: " + failure.getClass().getName() + ", a bug; CALLIST_DEBUG=1 shows where");
        return ExitCode.FAILED;
    }

    private static boolean isBrokenPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
