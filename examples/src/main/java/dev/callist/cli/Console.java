package dev.callist.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a run reads and writes.
 *
 * @param out where calls go; UTF-8, buffered, {@link #flush()} empties it
 * @param err where progress, reports and failures go
 * @param environment the environment variables
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 * @param cancellation ends the run early
 */
record Console(
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Cancellation cancellation) {
    static Console ofThisProcess() {
        return new Console(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                Terminal.isAt(1),
                Terminal.isAt(2),
                new Cancellation());
    }

    /** The variable's value, when it is set and not empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    boolean hasColours() {
        return outIsTerminal
                && variable("NO_COLOR").isEmpty()
                && !variable("TERM").equals(Optional.of("dumb"));
    }

    void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    void note(String text) {
        err.println("callist: " + text);
    }

    /** Empties the buffer; a pipe that nobody reads any more is no failure here. */
    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            err.flush();
        }
    }
}
