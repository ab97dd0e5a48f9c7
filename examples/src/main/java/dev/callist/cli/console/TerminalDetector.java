package dev.callist.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Distinguishes terminals from pipes and files. */
final class TerminalDetector {
    private TerminalDetector() {}

    /**
     * Returns whether a file descriptor of this process is a terminal. {@link System#console()} only answers for
     * standard input and output together. Linux can tell for each descriptor, so that is tried first.
     */
    static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
        if (!Files.isSymbolicLink(link)) {
            return hasConsole();
        }
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Before Java 22, a console exists only if there is a terminal; from Java 22 on, the console has a method for it.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasConsole() {
        Object console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
