package dev.callist.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The providers by name; the first is the one to show when nothing else is known. */
record Providers(List<Provider> all) {
    static final Providers ALL = new Providers(
            List.of(new BirdProvider(), new SignalWireProvider(), new PlivoDialerProvider(), new SearchProvider()));

    /** What {@code --provider} says of itself. */
    static final String HELP = "Whose API: bird, signalwire, plivo-dialer or search.";

    /** What {@code --skip-failed} says of itself. */
    static final String SKIP_FAILED_HELP =
            "Of several providers, leaves out one that fails, says so and goes on; exit code 3.";

    Provider named(String name) {
        return all.stream()
                .filter(provider -> provider.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + names()));
    }

    Provider first() {
        return all.get(0);
    }

    /** Those that the account's ids name, or that have at least a part of their credential in its environment. */
    List<Provider> of(Account account) {
        return all.stream()
                .filter(provider -> provider.isMeantBy(account) || hasSecrets(provider, account))
                .toList();
    }

    static boolean hasSecrets(Provider provider, Account account) {
        return provider.secrets().stream()
                .anyMatch(name -> account.variable(name).isPresent());
    }

    /** The variables that hold the credentials. */
    static String secrets(List<Provider> providers) {
        return providers.stream()
                .flatMap(provider -> provider.secrets().stream())
                .collect(Collectors.joining(", "));
    }

    private String names() {
        return all.stream().map(Provider::name).collect(Collectors.joining(", "));
    }
}
