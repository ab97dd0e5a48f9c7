package dev.callist.cli.providers;

import dev.callist.cli.text.SimilarWord;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderFactory.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The providers that a command can use. */
public record ProviderList(List<ProviderFactory> all) {
    /** All providers on the class path, by name. */
    public static final ProviderList ALL = new ProviderList(ProviderFactory.all().stream()
            .sorted(Comparator.comparing(ProviderFactory::provider))
            .toList());

    /** Returns the provider of this name. */
    public Optional<ProviderFactory> find(String name) {
        return all.stream()
                .filter(factory -> factory.provider().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Finds the provider that {@code --provider} names. */
    public ProviderFactory named(String name) {
        return find(name)
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is not one of " + names()
                        + SimilarWord.question(
                                name,
                                all.stream().map(ProviderFactory::provider).toList())));
    }

    /** Returns the providers that the account's settings name, or whose environment has a part of what they need. */
    public List<ProviderFactory> configuredIn(Account account) {
        return all.stream()
                .filter(factory -> !factory.isChosenByName())
                .filter(factory -> account.names(factory) || account.hasSettingOf(factory))
                .toList();
    }

    /**
     * Returns the providers whose accounts a command reads: those that {@code --provider} names, else all that have
     * credentials. Sandboxes take their place only if this is empty, so never if the command line names a provider or
     * an account.
     */
    public List<ProviderFactory> chosenIn(Account account, List<ProviderFactory> named) {
        return named.isEmpty() ? configuredIn(account) : named;
    }

    /** Returns the providers whose sandboxes replace missing accounts: one for each account. */
    public ProviderList withSandbox() {
        return new ProviderList(all.stream()
                .filter(factory -> !factory.isChosenByName())
                .filter(factory -> SandboxAccount.PROVIDERS.contains(factory.provider()))
                .toList());
    }

    /** Returns the names of all variables that hold secrets, separated by commas. */
    public String secretVariables() {
        return all.stream()
                .flatMap(factory -> factory.settings().stream())
                .filter(Setting::isSecret)
                .map(Setting::variable)
                .collect(Collectors.joining(", "));
    }

    /** Returns a line for each provider and setting: its variable, and what it is. */
    public List<String> settingsHelp() {
        return all.stream()
                .flatMap(factory -> factory.settings().stream()
                        .map(setting -> String.format(
                                "  %-27s %s: %s", setting.variable(), factory.provider(), setting.help())))
                .toList();
    }

    /** Returns the names of the providers, separated by commas. */
    public String names() {
        return all.stream().map(ProviderFactory::provider).collect(Collectors.joining(", "));
    }
}
