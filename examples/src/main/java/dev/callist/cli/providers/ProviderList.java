package dev.callist.cli.providers;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The providers that a command can use; the first one is the default of {@code callist sandbox}. */
public record ProviderList(List<Provider> all) {
    /** All providers of this build. */
    public static final ProviderList ALL = new ProviderList(
            List.of(new BirdProvider(), new SignalWireProvider(), new PlivoDialerProvider(), new SearchProvider()));

    /** Finds the provider that {@code --provider} names. */
    public Provider named(String name) {
        return all.stream()
                .filter(provider -> provider.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is not one of " + names()));
    }

    /** Returns the default provider. */
    public Provider first() {
        return all.get(0);
    }

    public int size() {
        return all.size();
    }

    /** Returns the providers that the account's ids name, or that have at least a part of their credential. */
    public List<Provider> configuredIn(Account account) {
        return all.stream()
                .filter(provider -> provider.isNamedBy(account) || hasCredential(provider, account))
                .toList();
    }

    /** Returns the names of all variables that hold credentials, separated by commas. */
    public String credentialVariables() {
        return all.stream()
                .flatMap(provider -> provider.credentialVariables().stream())
                .collect(Collectors.joining(", "));
    }

    private static boolean hasCredential(Provider provider, Account account) {
        return provider.credentialVariables().stream()
                .anyMatch(name -> account.variable(name).isPresent());
    }

    private String names() {
        return all.stream().map(Provider::name).collect(Collectors.joining(", "));
    }
}
