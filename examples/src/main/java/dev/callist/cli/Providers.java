package dev.callist.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The providers by name; the first is the one to show when nothing else is known. */
record Providers(List<Provider> all) {
    static final Providers ALL = new Providers(List.of(new BirdProvider()));

    Provider named(String name) {
        return all.stream()
                .filter(provider -> provider.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + names()));
    }

    Provider first() {
        return all.get(0);
    }

    /** The first provider whose credential is in the environment, else the first of all. */
    Provider firstWithSecrets(Console console) {
        return all.stream()
                .filter(provider -> hasSecrets(provider, console))
                .findFirst()
                .orElse(first());
    }

    static boolean hasSecrets(Provider provider, Console console) {
        return provider.secrets().stream()
                .allMatch(name -> console.variable(name).isPresent());
    }

    private String names() {
        return all.stream().map(Provider::name).collect(Collectors.joining(", "));
    }
}
