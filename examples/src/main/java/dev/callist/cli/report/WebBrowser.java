package dev.callist.cli.report;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The user's browser: the program in the variable {@code BROWSER}, with its arguments, or else what the system opens
 * pages with.
 */
public final class WebBrowser {
    private static final int SECONDS_TO_START = 5;

    private final List<String> command;

    private WebBrowser(List<String> command) {
        this.command = command;
    }

    /**
     * Returns the browser.
     *
     * @param variable the value of {@code BROWSER}
     */
    public static WebBrowser of(Optional<String> variable) {
        return new WebBrowser(variable.map(WebBrowser::words)
                .orElseGet(() -> commandOf(System.getProperty("os.name", "").toLowerCase(Locale.ROOT))));
    }

    /** A program that may have blanks in its path, or else a program and its arguments. */
    private static List<String> words(String command) {
        return new File(command).canExecute()
                ? List.of(command)
                : List.of(command.strip().split("\\s+"));
    }

    private static List<String> commandOf(String system) {
        if (system.startsWith("mac")) {
            return List.of("open");
        }
        return system.startsWith("windows") ? List.of("rundll32", "url.dll,FileProtocolHandler") : List.of("xdg-open");
    }

    /** Opens a page, and returns whether that seems to have worked. */
    public boolean open(Path page) {
        List<String> opening = new ArrayList<>(command);
        opening.add(page.toAbsolutePath().toUri().toString());
        ProcessBuilder browser =
                new ProcessBuilder(opening).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        try {
            Process process = browser.start();
            return !process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
