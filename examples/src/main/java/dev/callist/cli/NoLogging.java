package dev.callist.cli;

/** Turns the JDK's logging off when a logger is first used, so that a command that uses none starts faster. */
public final class NoLogging {
    /** Called by {@link java.util.logging.LogManager}. */
    public NoLogging() {}
}
