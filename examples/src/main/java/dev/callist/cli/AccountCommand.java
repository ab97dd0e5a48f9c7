package dev.callist.cli;

import dev.callist.cli.console.Console;
import dev.callist.cli.providers.ProviderList;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;

/** A command that reads from accounts. */
abstract class AccountCommand implements Callable<Integer> {
    final Console console;
    final ProviderList availableProviders;

    @ArgGroup(validate = false, heading = CommandHelp.ACCOUNT_HEADING, order = 1)
    AccountOptions accountOptions = new AccountOptions();

    AccountCommand(Console console, ProviderList availableProviders) {
        this.console = console;
        this.availableProviders = availableProviders;
    }
}
