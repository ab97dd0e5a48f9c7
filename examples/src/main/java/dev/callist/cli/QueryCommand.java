package dev.callist.cli;

import dev.callist.cli.console.Console;
import dev.callist.cli.providers.ProviderList;
import picocli.CommandLine.ArgGroup;

/** A command that selects calls of accounts. */
abstract class QueryCommand extends AccountCommand {
    @ArgGroup(validate = false, heading = CommandHelp.QUERY_HEADING, order = 2)
    QueryOptions queryOptions = new QueryOptions();

    QueryCommand(Console console, ProviderList availableProviders) {
        super(console, availableProviders);
    }
}
