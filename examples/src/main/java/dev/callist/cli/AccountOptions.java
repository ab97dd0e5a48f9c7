package dev.callist.cli;

import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.ListingListener;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ChosenAccount;
import dev.callist.cli.providers.EnvironmentProxies;
import dev.callist.cli.providers.ProviderList;
import dev.callist.connections.Connection;
import dev.callist.connections.ConnectionFile;
import dev.callist.provider.ProviderFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name an account and configure the connection to its server. */
final class AccountOptions {
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--connection",
            paramLabel = "NAME",
            description =
                    "A connection of the configuration file, in place of --provider and settings. May be repeated.")
    private List<String> connections = new ArrayList<>();

    @Option(names = "--call-timeout", paramLabel = "TIME", description = "Time limit of one attempt (default: 60s).")
    private Optional<Duration> callTimeout = Optional.empty();

    @Option(names = "--max-attempts", paramLabel = "N", description = "Attempts for each request (default: 5).")
    private Optional<Integer> maxAttempts = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most this many requests a second, such as 5 or 0.5 (default: no limit).")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--workspace",
            paramLabel = "ID",
            description = "bird: the workspace, in place of BIRD_WORKSPACE_ID.")
    void setWorkspace(String id) {
        settings.put("workspaceId", id);
    }

    @Option(
            names = "--channel",
            paramLabel = "ID",
            description = "bird: only this channel (default: BIRD_CHANNEL_ID, or all channels of the workspace).")
    void setChannel(String id) {
        settings.put("channelId", id);
    }

    @Option(
            names = "--auth-scheme",
            paramLabel = "WORD",
            description = "bird: access-key (default), or bearer if the key is a bearer token.")
    void setAuthScheme(String word) {
        settings.put("authScheme", word);
    }

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = {
                "The root of the provider's API; https, or http on this machine.",
                "'callist --help' has the variable and the default of each provider."
            })
    void setBaseUrl(String url) {
        settings.put("baseUrl", url);
    }

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = {
                "Another setting of the provider, in place of its environment",
                "variable, such as searchTimeout=60000; never a secret."
            })
    void set(Map<String, String> more) {
        settings.putAll(more);
    }

    /** Returns how often {@code --connection} is given. */
    int connectionCount() {
        return connections.size();
    }

    /** Returns the title of a column with the names of the accounts. */
    String nameTitle() {
        return connections.isEmpty() ? "PROVIDER" : "CONNECTION";
    }

    /**
     * Returns the accounts of {@code --connection}; without it those of {@code --provider}, or else all that have
     * credentials. Prints warnings.
     *
     * @param client the account that the options and the environment describe, with its client
     * @throws CommandException when a connection or a setting is unknown or wrong, or when a connection and other
     *     options name an account
     */
    List<ChosenAccount> chosen(
            Console console, ProviderList available, Account client, List<ProviderFactory> namedProviders) {
        if (!connections.isEmpty()) {
            return connections(console, available, client, namedProviders);
        }
        List<ProviderFactory> providers = available.chosenIn(client, namedProviders);
        client.check(providers);
        return providers.stream()
                .map(provider -> ChosenAccount.of(provider, client))
                .toList();
    }

    private List<ChosenAccount> connections(
            Console console, ProviderList available, Account client, List<ProviderFactory> namedProviders) {
        if (!namedProviders.isEmpty()) {
            throw CommandException.invalidConfig("give either --provider or --connection");
        }
        if (!settings.isEmpty()) {
            throw CommandException.invalidConfig(client.firstOption()
                    + " cannot be used with --connection; change the connection, or use --provider");
        }
        ConnectionFile file = ConnectionFile.of(console.environment());
        List<Connection> chosen =
                connections.stream().distinct().map(file::named).toList();
        List<ChosenAccount> accounts = chosen.stream()
                .map(connection ->
                        ChosenAccount.ofConnection(connection, available, console.environment(), client.options()))
                .toList();
        chosen.forEach(connection -> connection.warnings(console.environment()).forEach(console::printLine));
        return accounts;
    }

    /** Returns the only account of {@code --connection} or {@code --provider}. */
    ChosenAccount onlyAccount(
            Console console, ProviderList available, Account client, Optional<ProviderFactory> namedProvider) {
        if (!connections.isEmpty()) {
            List<ChosenAccount> accounts = connections(
                    console, available, client, namedProvider.stream().toList());
            if (accounts.size() > 1) {
                throw CommandException.invalidConfig("this command works with one --connection");
            }
            return accounts.get(0);
        }
        ProviderFactory provider =
                namedProvider.orElseThrow(() -> CommandException.invalidConfig("give --provider or --connection"));
        client.check(List.of(provider));
        return ChosenAccount.of(provider, client);
    }

    Account account(Console console, ListingListener listener) {
        return account(console, listener, false);
    }

    /** Returns the account, and whether its calls keep the provider's rows. */
    Account account(Console console, ListingListener listener, boolean keepsRaw) {
        return new Account(settings, console.environment(), clientOptions(console, listener, keepsRaw));
    }

    private ClientOptions clientOptions(Console console, ListingListener listener, boolean keepsRaw) {
        ClientOptionsBuilder options = ClientOptions.builder()
                .listener(listener)
                .keepRawJson(keepsRaw)
                .userAgent("callist/" + CommandHelp.version());
        callTimeout.ifPresent(options::callTimeout);
        callTimeout
                .filter(time -> time.compareTo(ClientOptions.defaults().readTimeout()) > 0)
                .ifPresent(options::readTimeout);
        maxAttempts.ifPresent(options::maxAttempts);
        rate.ifPresent(options::requestsPerSecond);
        return options.httpClient(EnvironmentProxies.of(console.environment()).client())
                .build();
    }
}
