package dev.callist.cli;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.FailureText;
import dev.callist.cli.providers.ChosenAccount;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.text.ConnectionTable;
import dev.callist.connections.Connection;
import dev.callist.connections.ConnectionFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist connections}: lists the named connections, and tests them. */
@Command(
        name = "connections",
        description = {
            "Lists the named connections and whether each can be used; --test sends one request for each.",
            "",
            "They are in ~/.config/callist/config.yml, in $XDG_CONFIG_HOME/callist/config.yml if that variable",
            "is set, or in the file that CALLIST_CONFIG names. A secret is never in that file, which refers to",
            "an environment variable (env:NAME) or to a file that holds only the secret (file:PATH):",
            "",
            "  connections:",
            "    support:",
            "      provider: bird",
            "      workspaceId: 6f1c…",
            "      accessKey: env:SUPPORT_KEY",
            "    sales:",
            "      provider: bird",
            "      workspaceId: 9a3e…",
            "      accessKey: file:~/.config/callist/sales.key"
        },
        footer = {
            "",
            "Examples:",
            "  callist connections --test",
            "  callist list --connection support --connection sales"
        })
final class ConnectionsCommand implements Callable<Integer> {
    private static final String UNUSABLE = "fails";

    private final Console console;
    private final ProviderList availableProviders;

    @Option(names = "--test", description = "Sends one request for each connection, and says what came back.")
    private boolean tests;

    ConnectionsCommand(Console console, ProviderList availableProviders) {
        this.console = console;
        this.availableProviders = availableProviders;
    }

    @Override
    public Integer call() throws IOException {
        ConnectionFile file = ConnectionFile.of(console.environment());
        if (file.connections().isEmpty()) {
            console.printLine(file.file() + " has no connections; 'callist connections --help' shows an example");
            return ExitCode.DONE;
        }
        ClientOptions options = new AccountOptions()
                .account(console, new ListingListener() {}).options().toBuilder()
                        .maxAttempts(1)
                        .build();
        List<ConnectionTable.Line> lines = new ArrayList<>();
        int unusable = 0;
        for (Connection connection : file.connections()) {
            connection.warnings(console.environment()).forEach(console::printLine);
            String state = state(connection, options);
            if (state.equals(UNUSABLE)) {
                unusable++;
            }
            lines.add(new ConnectionTable.Line(
                    connection.name(),
                    connection.provider(),
                    state,
                    connection.settingsText(availableProviders.all())));
        }
        console.print(ConnectionTable.text(lines));
        console.out().flush();
        return unusable == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Returns whether a connection can be used, and prints what keeps it from being used. */
    private String state(Connection connection, ClientOptions options) {
        try {
            ChosenAccount account =
                    ChosenAccount.ofConnection(connection, availableProviders, console.environment(), options);
            return tests ? answer(account) : "ready";
        } catch (CommandException e) {
            console.printLine(e.kind() + ": " + e.getMessage());
        } catch (CallListException e) {
            console.printLine(FailureText.withName(connection.name(), e));
        }
        return UNUSABLE;
    }

    /** Sends one request, for one call. */
    private String answer(ChosenAccount account) {
        CallQuery one = CallQuery.builder().pageSize(1).build();
        try (CallLister lister = account.open();
                CallIterator calls = lister.list(one).readAhead(0).limit(1).iterator()) {
            console.cancellation().whenCancelled(calls::close);
            return calls.hasNext() ? "works" : "works, no calls";
        }
    }
}
