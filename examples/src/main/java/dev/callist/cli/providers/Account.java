package dev.callist.cli.providers;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.text.OptionWords;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderFactory.Setting;
import dev.callist.provider.ProviderSettings;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The account whose calls a command reads, and the options of its client.
 *
 * @param given the settings on the command line, by name
 * @param environment the environment variables, which hold the secrets and all other settings
 * @param options the options of the client
 * @param connection the name of the connection that the settings are from, for messages; absent if they are options
 */
public record Account(
        Map<String, String> given,
        Map<String, String> environment,
        ClientOptions options,
        Optional<String> connection) {
    /** The options of the command line that are settings of a provider; all others are given with {@code --set}. */
    private static final Map<String, String> OPTIONS = Map.of(
            "workspaceId",
            "--workspace",
            "channelId",
            "--channel",
            "authScheme",
            "--auth-scheme",
            Setting.BASE_URL,
            "--base-url");

    private static final Comparator<Setting> SECRETS_FIRST = Comparator.comparing(setting -> !setting.isSecret());

    /** An account of options and the environment. */
    public Account(Map<String, String> given, Map<String, String> environment, ClientOptions options) {
        this(given, environment, options, Optional.empty());
    }

    /** Returns this account with other environment variables. */
    public Account withEnvironment(Map<String, String> variables) {
        return new Account(given, variables, options, connection);
    }

    /** Returns this account with other client options. */
    public Account withOptions(ClientOptions clientOptions) {
        return new Account(given, environment, clientOptions, connection);
    }

    /** Returns whether the command line names an account of this provider. */
    public boolean names(ProviderFactory factory) {
        return own(factory).keySet().stream().anyMatch(name -> !name.equals(Setting.BASE_URL));
    }

    /**
     * Returns whether the environment has at least a part of what the provider needs, or a variable for its secret that
     * is empty: then a secret was meant to be there, and made-up calls in its place would be false data.
     */
    public boolean hasSettingOf(ProviderFactory factory) {
        return factory.isConfiguredIn(environment)
                || factory.settings().stream()
                        .anyMatch(setting -> setting.isSecret() && environment.containsKey(setting.variable()));
    }

    /**
     * Checks the settings on the command line: each is known to a chosen provider, none is a secret, and a base URL is
     * used with one provider only, so that it never receives another provider's credential.
     */
    public void check(List<ProviderFactory> chosen) {
        if (given.containsKey(Setting.BASE_URL) && chosen.size() != 1) {
            throw CommandException.invalidConfig("--base-url works with one provider only; name it with --provider");
        }
        chosen.forEach(factory -> factory.settings().stream()
                .filter(setting -> setting.isSecret() && given.containsKey(setting.name()))
                .forEach(secret -> {
                    throw CommandException.invalidConfig(
                            "a secret must not be on the command line; set " + secret.variable() + " instead");
                }));
        given.keySet().stream()
                .filter(name -> chosen.size() != 1 || OPTIONS.containsKey(name))
                .filter(name -> chosen.stream().noneMatch(factory -> has(factory, name)))
                .forEach(name -> {
                    throw CommandException.invalidConfig(option(name) + " is not a setting of "
                            + chosen.stream().map(ProviderFactory::provider).collect(Collectors.joining(" or ")));
                });
        if (chosen.size() == 1) {
            ProviderFactory only = chosen.get(0);
            described(only, () -> ProviderSettings.of(only, given, environment));
        }
    }

    /** Checks that the provider has the settings of this connection, and that they have possible values. */
    void checkConnection(ProviderFactory factory) {
        described(factory, () -> ProviderSettings.of(factory, given, environment));
        settings(factory);
    }

    /**
     * Creates a lister for this account.
     *
     * @throws CommandException when a setting is missing or invalid
     */
    CallLister open(ProviderFactory factory) {
        return described(factory, () -> factory.create(settings(factory), options));
    }

    /** Fetches one call of this account. */
    public Call find(ProviderFactory factory, String id) {
        return described(factory, () -> factory.find(settings(factory), options, id));
    }

    /** Creates a lister that can plan queries, with made-up values for missing settings. */
    public CallLister openForPlans(ProviderFactory factory) {
        return described(factory, () -> factory.create(values(factory).withExamples(factory), options));
    }

    private ProviderSettings settings(ProviderFactory factory) {
        ProviderSettings settings = values(factory);
        settings.missing(factory).stream().min(SECRETS_FIRST).ifPresent(setting -> {
            connection.ifPresent(name -> {
                throw CommandException.invalidConfig(name + ": " + setting.name() + " is missing; add " + setting.name()
                        + ": " + (setting.isSecret() ? "env:" + setting.variable() : "VALUE"));
            });
            throw CommandException.invalidConfig(setting.variable()
                    + (environment.containsKey(setting.variable()) ? " is empty" : " is missing")
                    + "; set it as an environment variable"
                    + (setting.isSecret() ? "" : ", or give " + option(setting.name())));
        });
        return settings;
    }

    private ProviderSettings values(ProviderFactory factory) {
        return ProviderSettings.of(factory, own(factory), environment);
    }

    private Map<String, String> own(ProviderFactory factory) {
        Map<String, String> own = new LinkedHashMap<>(given);
        own.keySet().removeIf(name -> !has(factory, name));
        return own;
    }

    private static boolean has(ProviderFactory factory, String name) {
        return factory.settings().stream().anyMatch(setting -> setting.name().equals(name));
    }

    /** Runs an action whose complaints about a setting name the option or variable that the setting came from. */
    private <T> T described(ProviderFactory factory, Supplier<T> action) {
        try {
            return action.get();
        } catch (CallListException e) {
            if (e.kind() != Kind.INVALID_CONFIG) {
                throw e;
            }
            String detail = e.failure().detail().orElse("a setting is invalid");
            throw CommandException.invalidConfig(
                    connection.map(name -> name + ": " + detail).orElseGet(() -> described(factory, detail)));
        }
    }

    private String described(ProviderFactory factory, String detail) {
        if (detail.startsWith("there is no setting ")) {
            return detail;
        }
        String text = detail;
        for (Setting setting : factory.settings()) {
            text = OptionWords.withSetting(text, setting.name(), source(setting));
        }
        return text;
    }

    /** Returns where the setting is from; if it is missing, where it may be from. */
    private String source(Setting setting) {
        if (given.containsKey(setting.name())) {
            return option(setting.name());
        }
        boolean isMissing = environment.getOrDefault(setting.variable(), "").isEmpty();
        return setting.variable()
                + (isMissing && OPTIONS.containsKey(setting.name()) ? " or " + option(setting.name()) : "");
    }

    private static String option(String name) {
        String option = OPTIONS.get(name);
        return option == null ? "--set " + name + "=VALUE" : option;
    }

    /** Returns the first option that names this account on a command line. */
    public String firstOption() {
        return given.keySet().stream().findFirst().map(Account::option).orElse("");
    }

    /** Returns the options that name this account on a command line. */
    public List<String> arguments() {
        return given.entrySet().stream()
                .flatMap(setting -> {
                    String option = OPTIONS.get(setting.getKey());
                    return option == null
                            ? List.of("--set", setting.getKey() + "=" + setting.getValue()).stream()
                            : List.of(option, setting.getValue()).stream();
                })
                .toList();
    }

    /** Returns the names of the settings only, because the environment holds secrets. */
    @Override
    public String toString() {
        return "Account" + given.keySet();
    }
}
