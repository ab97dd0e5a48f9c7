package dev.callist.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The streams and the environment of a command.
 *
 * @param out receives calls; UTF-8, buffered, emptied by {@link #flush()}
 * @param err receives progress, reports and failures
 * @param environment the environment variables
 * @param outIsTerminal whether {@code out} is a terminal
 * @param errIsTerminal whether {@code err} is a terminal
 * @param cancellation ends the command early
 */
public record Console(
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Cancellation cancellation) {
    /** Returns the console of this process. */
    public static Console ofThisProcess() {
        return new Console(
                new BufferedOutputStream(new StandardOutput(new FileOutputStream(FileDescriptor.out)), 1 << 16),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                TerminalDetector.isTerminal(1),
                TerminalDetector.isTerminal(2),
                new Cancellation());
    }

    /** Returns the value of an environment variable that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * Returns whether {@code out} has colours: on a terminal, or anywhere with {@code CLICOLOR_FORCE}, but never with
     * {@code NO_COLOR}.
     */
    public boolean hasColours() {
        boolean isForced = !variable("CLICOLOR_FORCE").orElse("0").equals("0");
        boolean mayBeColoured = outIsTerminal && !variable("TERM").equals(Optional.of("dumb"));
        return variable("NO_COLOR").isEmpty() && (isForced || mayBeColoured);
    }

    /**
     * Returns the cells of a line of {@code out}: {@code COLUMNS}, or else those of the terminal; empty if it is none.
     */
    public OptionalInt width() {
        if (!outIsTerminal) {
            return OptionalInt.empty();
        }
        OptionalInt fromVariable = TerminalWidth.of(variable("COLUMNS").orElse(""));
        return fromVariable.isPresent() ? fromVariable : TerminalWidth.ofThisTerminal();
    }

    /** Writes text to {@code out}. */
    public void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Prints a line on {@code err}. */
    public void printLine(String text) {
        err.println("callist: " + text);
    }

    /** Flushes {@code out}. A pipe that was closed by its reader is not a failure here. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            err.flush();
        }
    }
}
