package dev.callist.cli;

import dev.callist.CallLister;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.OpenListers;
import dev.callist.cli.providers.ProviderList;
import dev.callist.provider.ProviderFactory;
import dev.callist.sync.CallStore;
import dev.callist.sync.JdbcCallStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name a copy and the accounts that it is made from. */
final class CopyOptions {
    /** How many calls a sandbox has: the same in all commands, so that one command can verify what another has copied. */
    private static final int SANDBOX_CALLS = 2_000;

    private static final String SANDBOX = "sandbox";

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = CommandHelp.PROVIDER + " May be repeated (default: every provider that has credentials).")
    private List<ProviderFactory> namedProviders = new ArrayList<>();

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = {
                "The database: a SQLite file such as calls.db, or",
                "jdbc:postgresql://HOST/DATABASE?user=NAME with the password in PGPASSWORD."
            })
    private Optional<String> store = Optional.empty();

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = {
                "The name of the account in the store (default: its ids and base URL).",
                "Keep it: another name is another source."
            })
    private Optional<String> account = Optional.empty();

    Optional<String> store() {
        return store;
    }

    /** Opens the store. */
    CallStore openStore(Console console) {
        String address =
                store.orElseThrow(() -> CommandException.invalidConfig("--store is missing; give --store calls.db"));
        return JdbcCallStore.open(address, console.variable("PGPASSWORD").orElse(null));
    }

    /**
     * Opens the accounts that {@code --provider} names, or all that have credentials; the sandboxes if there are no credentials
     * and no account is named.
     */
    Sources openSources(Console console, ProviderList available, AccountOptions options) {
        Account settings = options.account(console, new ProgressDisplay(console, OutputStyle.QUIET));
        List<ProviderFactory> chosen = namedProviders.isEmpty() ? available.configuredIn(settings) : namedProviders;
        settings.check(chosen);
        if (account.isPresent() && chosen.size() != 1) {
            throw CommandException.invalidConfig("--account works with one provider only; name it with --provider");
        }
        OpenListers listers = new OpenListers();
        try {
            if (chosen.isEmpty()) {
                ProviderList sandboxes = available.withSandbox();
                console.printLine("no credentials in the environment (" + available.secretVariables()
                        + "); using the built-in sandboxes");
                sandboxes.all().forEach(provider -> listers.openSandbox(provider, SANDBOX_CALLS, settings.options()));
                return new Sources(listers, sandboxes.all(), Optional.of(SANDBOX));
            }
            chosen.forEach(provider -> open(listers, provider, settings, chosen.size() > 1));
            return new Sources(listers, chosen, account);
        } catch (RuntimeException e) {
            listers.close();
            throw e;
        }
    }

    private static void open(OpenListers listers, ProviderFactory provider, Account account, boolean areSeveral) {
        try {
            listers.open(provider, account);
        } catch (CommandException e) {
            throw areSeveral ? e.withProvider(provider.provider()) : e;
        }
    }

    /**
     * The accounts of a copy.
     *
     * @param listers a lister for each of them
     * @param providers their providers
     * @param account the name that the store has for them, if it is not that of the plan
     */
    record Sources(OpenListers listers, List<ProviderFactory> providers, Optional<String> account)
            implements AutoCloseable {
        List<CallLister> all() {
            return listers.all();
        }

        boolean areSeveral() {
            return providers.size() > 1;
        }

        /** Refuses to put made-up calls into a store of real ones, because a credential is missing by mistake. */
        void checkThatTheyBelongTo(CallStore store) {
            boolean areSandboxes = account.filter(SANDBOX::equals).isPresent();
            boolean isReal = store.sources().stream()
                    .anyMatch(source -> !source.account().equals(SANDBOX));
            if (areSandboxes && isReal) {
                throw CommandException.invalidConfig(
                        "the store has copies of real accounts; set their credentials, or give another store");
            }
        }

        @Override
        public void close() {
            listers.close();
        }
    }
}
