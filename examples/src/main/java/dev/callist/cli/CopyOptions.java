package dev.callist.cli;

import dev.callist.CallLister;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ChosenAccount;
import dev.callist.cli.providers.OpenListers;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.ProviderNames;
import dev.callist.provider.ProviderFactory;
import dev.callist.sync.CallStore;
import dev.callist.sync.JdbcCallStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options that name a copy and the accounts that it is made from. */
final class CopyOptions {
    /**
     * How many calls a sandbox has: the same in all commands, so that one command can verify what another has copied.
     */
    static final int SANDBOX_CALLS = 2_000;

    /** The account of made-up calls. */
    private static final String SANDBOX = "sandbox";

    private static final Pattern FILE = Pattern.compile("(?:jdbc:sqlite:)?((?:[A-Za-z]:)?[^:]+)");

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = CommandHelp.PROVIDER + " May be repeated (default: every provider that has credentials).")
    private List<ProviderFactory> namedProviders = new ArrayList<>();

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = {"The database: a SQLite file such as calls.db, or", CommandHelp.POSTGRESQL})
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

    /** Checks that a store is named. */
    void requireStore() {
        if (store.isEmpty()) {
            throw CommandException.invalidConfig("--store is missing; give --store calls.db");
        }
    }

    /** Opens the store, and creates it if it does not exist. */
    CallStore openStore(Console console) {
        return open(store.orElseThrow(), console);
    }

    private static CallStore open(String address, Console console) {
        return JdbcCallStore.open(address, console.variable("PGPASSWORD").orElse(null));
    }

    /** Opens the store of an earlier copy. */
    CallStore openExistingStore(Console console) {
        return openExistingStore(store.orElseThrow(), console);
    }

    /** Opens the store of an earlier copy at this address. */
    static CallStore openExistingStore(String address, Console console) {
        Optional.of(FILE.matcher(address))
                .filter(Matcher::matches)
                .map(file -> Path.of(file.group(1)))
                .filter(Files::notExists)
                .ifPresent(file -> {
                    throw CommandException.invalidConfig(
                            file + " does not exist; correct --store, or run 'callist sync' first");
                });
        return open(address, console);
    }

    /**
     * Opens the accounts that {@code --provider} names, or all that have credentials; the sandboxes if there are no
     * credentials and no account is named.
     */
    Sources openSources(Console console, ProviderList available, AccountOptions options, Account settings) {
        List<ChosenAccount> chosen = options.chosen(console, available, settings, namedProviders);
        if (account.isPresent() && chosen.size() != 1) {
            throw CommandException.invalidConfig(
                    "--account works with one account only; name it with --provider or --connection");
        }
        if (account.filter(SANDBOX::equals).isPresent()) {
            throw CommandException.invalidConfig(
                    "--account " + SANDBOX + " is the name of the built-in sandboxes; choose another name");
        }
        OpenListers listers = new OpenListers();
        try {
            if (chosen.isEmpty()) {
                ProviderList sandboxes = available.withSandbox();
                console.printLine("no credentials in the environment (" + available.secretVariables()
                        + "); using the built-in sandboxes");
                sandboxes.all().forEach(provider -> listers.openSandbox(provider, SANDBOX_CALLS, settings.options()));
                return new Sources(
                        listers,
                        sandboxes.all().stream()
                                .map(provider -> ChosenAccount.of(provider, settings))
                                .toList(),
                        Optional.of(SANDBOX));
            }
            listers.openAll(chosen);
            return new Sources(listers, chosen, account);
        } catch (RuntimeException e) {
            listers.close();
            throw e;
        }
    }

    /**
     * The accounts of a copy.
     *
     * @param listers a lister for each of them
     * @param accounts the accounts, in the same order
     * @param account the name that the store has for them, if it is not that of the plan
     */
    record Sources(OpenListers listers, List<ChosenAccount> accounts, Optional<String> account)
            implements AutoCloseable {
        List<CallLister> all() {
            return listers.all();
        }

        List<ProviderFactory> providers() {
            return ChosenAccount.providers(accounts);
        }

        /** Returns what the user calls the account of a lister. */
        String nameOf(CallLister lister) {
            return accounts.get(listers.all().indexOf(lister)).name();
        }

        boolean areSeveral() {
            return accounts.size() > 1;
        }

        /**
         * Refuses to mix made-up calls with real ones in a store, which happens when a credential is missing by
         * mistake, or when a store that was used for a first try gets the calls of an account.
         */
        void checkThatTheyBelongTo(CallStore store) {
            boolean areSandboxes = account.filter(SANDBOX::equals).isPresent();
            boolean wouldBeMixed =
                    store.sources().stream().anyMatch(source -> source.account().equals(SANDBOX) != areSandboxes);
            if (wouldBeMixed) {
                throw CommandException.invalidConfig(
                        areSandboxes
                                ? "the store has copies of real accounts; set their credentials, or give another --store"
                                : "the store has the made-up calls of the built-in sandboxes; give another --store");
            }
        }

        @Override
        public void close() {
            listers.close();
        }
    }
}
