package dev.callist.cli;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.export.CallObjects;
import dev.callist.cli.export.CallObjects.Extra;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ChosenAccount;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.ProviderNames;
import dev.callist.provider.ProviderFactory;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callist get}: prints one call. */
@Command(
        name = "get",
        description = "Prints one call as JSON.",
        footer = {"", "Example:", "  callist get --provider signalwire ID --raw"})
final class GetCommand extends AccountCommand {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = CommandHelp.PROVIDER)
    private Optional<ProviderFactory> namedProvider = Optional.empty();

    @Option(names = "--raw", description = "Add the provider's own row, as the field raw.")
    private boolean raw;

    @Option(names = "--seconds", description = CommandHelp.SECONDS)
    private boolean seconds;

    @Parameters(paramLabel = "ID", description = "The id of the call.")
    private String id = "";

    GetCommand(Console console, ProviderList availableProviders) {
        super(console, availableProviders);
    }

    @Override
    public Integer call() throws IOException {
        Call call;
        try (ProgressDisplay progress = ProgressDisplay.create(console, OutputStyle.OF_ONE_PROVIDER)) {
            Account account = accountOptions.account(console, progress, raw);
            ChosenAccount chosen = accountOptions.onlyAccount(console, availableProviders, account, namedProvider);
            progress.begin();
            call = chosen.account().find(chosen.provider(), id);
        }
        ObjectWriter writer = CallJson.mapper().writerWithDefaultPrettyPrinter();
        console.print(writer.writeValueAsString(CallObjects.of(call, extras())) + "\n");
        console.out().flush();
        return ExitCode.DONE;
    }

    private Set<Extra> extras() {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        if (raw) {
            extras.add(Extra.RAW);
        }
        if (seconds) {
            extras.add(Extra.SECONDS);
        }
        return extras;
    }
}
