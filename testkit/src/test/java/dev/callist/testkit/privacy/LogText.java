package dev.callist.testkit.privacy;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Log records as they are printed, without their time and without the method that logged, which takes most of a usual
 * formatter's time.
 */
public final class LogText {
    private static final Formatter FORMATTER = new SimpleFormatter();

    private LogText() {}

    /** The level, the logger, the message with its parameters, and the exception with its causes. */
    public static String of(LogRecord entry) {
        String thrown = entry.getThrown() == null ? "" : "\n" + ThrowableText.printed(entry.getThrown());
        return entry.getLevel() + " " + entry.getLoggerName() + ": " + FORMATTER.formatMessage(entry) + thrown;
    }
}
