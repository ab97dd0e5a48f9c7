package dev.callist.cli.console;

/**
 * How much a command prints on standard error.
 *
 * @param quiet whether progress, and the report of a complete export, are omitted
 * @param namesProviders whether lines name the provider, because there are several
 */
public record OutputStyle(boolean quiet, boolean namesProviders) {
    /** The style of a command that reads from one provider and shows its progress. */
    public static final OutputStyle OF_ONE_PROVIDER = new OutputStyle(false, false);
}
