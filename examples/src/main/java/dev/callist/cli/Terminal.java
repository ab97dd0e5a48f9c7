package dev.callist.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells terminals from pipes and files. */
final class Terminal {
    private Terminal() {}

    /**
     * Whether a file descriptor of this process is a terminal. {@link System#console()} answers for standard input and
     * output together only, so Linux is asked first, which knows each alone.
     */
    static boolean isAt(int descriptor) {
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

    /** Before Java 22 there is a console only where there is a terminal; since then it says so itself. */
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
