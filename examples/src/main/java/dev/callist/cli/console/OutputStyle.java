package dev.callist.cli.console;

/**
 * How much a command prints on standard error.
 *
 * @param quiet whether progress, and the report of a complete export, are omitted
 * @param namesProviders whether lines name the provider, because there are several
 */
public record OutputStyle(boolean quiet, boolean namesProviders) {
    /** The style of a command that reads from one provider and shows no progress. */
    public static final OutputStyle QUIET = new OutputStyle(true, false);
}
