package dev.callist.cli.providers;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.cli.console.CommandException;
import dev.callist.connections.Connection;
import dev.callist.provider.ProviderFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account that a command uses.
 *
 * @param name what the user calls it: the name of its connection, or of its provider
 * @param provider whose account it is
 * @param account its settings
 */
public record ChosenAccount(String name, ProviderFactory provider, Account account) {
    /** Returns the account of a provider that the options and the environment describe. */
    public static ChosenAccount of(ProviderFactory provider, Account account) {
        return new ChosenAccount(provider.provider(), provider, account);
    }

    /**
     * Returns the account of a connection, which has all its settings from there.
     *
     * @throws CommandException when the provider or a setting is unknown, a secret is in the file, or a reference has
     *     no value
     */
    public static ChosenAccount ofConnection(
            Connection connection, ProviderList available, Map<String, String> environment, ClientOptions options) {
        try {
            ProviderFactory factory = connection.factory(available.all());
            Account account = new Account(
                    connection.values(factory, environment),
                    Map.of(),
                    options,
                    Optional.of("connection " + connection.name() + " in " + connection.file()));
            account.checkConnection(factory);
            return new ChosenAccount(connection.name(), factory, account);
        } catch (CallListException e) {
            throw CommandException.invalidConfig(e.failure().detail().orElse("a setting is invalid"));
        }
    }

    /**
     * Creates a lister for this account.
     *
     * @throws CommandException when a setting is missing or invalid
     */
    public CallLister open() {
        return account.open(provider);
    }

    /** Returns the providers of accounts. */
    public static List<ProviderFactory> providers(List<ChosenAccount> accounts) {
        return accounts.stream().map(ChosenAccount::provider).toList();
    }

    /** The name only. */
    @Override
    public String toString() {
        return "ChosenAccount[" + name + "]";
    }
}
