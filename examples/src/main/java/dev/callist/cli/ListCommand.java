package dev.callist.cli;

import dev.callist.ClientOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist list}: a table for people. */
@Command(
        name = "list",
        description = {
            "Shows the newest matching calls as a table; times are UTC.",
            "",
            "Without --provider it shows every provider that has credentials in the environment, newest",
            "first across them. With no credential at all it shows the calls of the built-in sandboxes,",
            "and says so."
        })
final class ListCommand implements Callable<Integer> {
    private static final int SANDBOX_CALLS = 200;

    private final Console console;
    private final Providers providers;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = Providers.HELP + " By default all that have credentials.")
    private Optional<Provider> provider = Optional.empty();

    @ArgGroup(validate = false, heading = "%nWhose calls, and how they are reached:%n", order = 1)
    private AccountOptions accountOptions = new AccountOptions();

    @ArgGroup(validate = false, heading = "%nWhich calls, and how many at once:%n", order = 2)
    private QueryOptions queryOptions = new QueryOptions();

    @Option(names = "--limit", paramLabel = "N", description = "The newest N calls; 20.")
    private long limit = 20;

    @Option(names = "--ids", description = "Shows the ids too, as 'callist get' takes them.")
    private boolean ids;

    ListCommand(Console console, Providers providers) {
        this.console = console;
        this.providers = providers;
    }

    @Override
    public Integer call() throws IOException {
        queryOptions.query();
        if (limit < 0) {
            throw Refusal.config("--limit must not be negative");
        }
        Account account = accountOptions.account(console, new Progress(console, true));
        Providers asked = new Providers(provider.map(List::of).orElse(providers.all()));
        boolean isNamed = provider.isPresent() && account.isNamed();
        List<Provider> known = isNamed ? asked.all() : asked.of(account);
        if (account.baseUrl().isPresent() && known.size() != 1) {
            throw Refusal.config("--base-url is one provider's: say whose with --provider");
        }
        if (!known.isEmpty()) {
            return list(known, account);
        }
        console.note("no credential in the environment (" + Providers.secrets(asked.all())
                + "): these are the made-up calls of the built-in " + (provider.isPresent() ? "sandbox" : "sandboxes"));
        return listSandboxes(asked.all(), account.options());
    }

    private int list(List<Provider> chosen, Account account) throws IOException {
        Gathering gathering = gathering(chosen);
        try {
            chosen.forEach(one -> gathering.gather(one, account));
        } finally {
            print(gathering, chosen);
        }
        return told(gathering);
    }

    private int listSandboxes(List<Provider> chosen, ClientOptions options) throws IOException {
        Gathering gathering = gathering(chosen);
        try {
            for (Provider one : chosen) {
                try (SandboxAccount sandbox = one.sandbox(SANDBOX_CALLS, 0)) {
                    gathering.gather(one, sandbox.account().withOptions(options));
                }
            }
        } finally {
            print(gathering, chosen);
        }
        return told(gathering);
    }

    private Gathering gathering(List<Provider> chosen) {
        return new Gathering(console, queryOptions, limit, chosen.size() > 1);
    }

    /** The table is shown also when a walk fails on its way. */
    private void print(Gathering gathering, List<Provider> chosen) throws IOException {
        CallTable table = new CallTable(console.hasColours(), ids, chosen.size() > 1);
        console.print(table.text(gathering.calls()));
        console.out().flush();
    }

    private int told(Gathering gathering) {
        if (gathering.calls().isEmpty() && gathering.exitCode() != ExitCode.USAGE) {
            console.note("no calls match");
        }
        return gathering.exitCode();
    }
}
