package dev.callist.cli;

import dev.callist.CallLister;
import dev.callist.ListingListener;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ChosenAccount;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.ProviderNames;
import dev.callist.provider.ProviderFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist explain}: prints the plan of a query without sending it. */
@Command(
        name = "explain",
        description = {
            "Shows the request that a query would send, and which filters are applied by the server or here.",
            "",
            "Sends no request and needs no credential."
        },
        footer = {"", "Example:", "  callist explain --provider search --direction inbound --created-from -30d"})
final class ExplainCommand extends QueryCommand {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = CommandHelp.PROVIDER)
    private Optional<ProviderFactory> namedProvider = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = CommandHelp.LIMIT)
    private Optional<Long> limit = Optional.empty();

    ExplainCommand(Console console, ProviderList availableProviders) {
        super(console, availableProviders);
    }

    @Override
    public Integer call() throws IOException {
        Account account = accountOptions.account(console, ListingListener.NONE);
        ChosenAccount chosen = accountOptions.onlyAccount(console, availableProviders, account, namedProvider);
        queryOptions.echoWindow(console);
        List<ProviderFactory> provider = List.of(chosen.provider());
        try (CallLister lister = chosen.account().openForPlans(chosen.provider())) {
            console.print(lister.plan(queryOptions.query(provider, limit, lister::plan)) + "\n");
            console.out().flush();
        }
        return ExitCode.DONE;
    }
}
