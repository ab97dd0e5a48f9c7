package dev.callist.cli.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how wide the terminal is. */
final class TerminalWidth {
    private static final Pattern COLUMNS = Pattern.compile("(?:\\d{1,6} )?(\\d{1,6})\\s*");
    private static final int LEAST = 20;
    private static final int SECONDS_TO_ANSWER = 1;

    private TerminalWidth() {}

    /**
     * Returns the cells of a line that a variable, or the answer of {@code stty size}, gives; empty if that is no
     * width.
     */
    static OptionalInt of(String text) {
        Matcher columns = COLUMNS.matcher(text);
        if (!columns.matches() || Integer.parseInt(columns.group(1)) < LEAST) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(columns.group(1)));
    }

    /** Asks the terminal of this process; empty if there is none, or on a system without {@code stty}. */
    static OptionalInt ofThisTerminal() {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty 2>/dev/null").start();
            stty.getOutputStream().close();
            if (!stty.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return OptionalInt.empty();
            }
            return of(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
