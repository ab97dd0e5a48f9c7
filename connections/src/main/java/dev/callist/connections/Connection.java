package dev.callist.connections;

import dev.callist.CallListException;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderFactory.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A named account from the configuration file. Only variables that the file refers to are taken from the environment.
 *
 * @param name the name
 * @param provider the provider's name
 * @param settings the values and references, by setting name
 * @param file the file that names it
 */
public record Connection(String name, String provider, Map<String, String> settings, Path file) {
    /**
     * Returns the settings, with each reference replaced by its value.
     *
     * @param factory the factory of the provider
     * @param environment the environment variables
     * @throws CallListException INVALID_CONFIG when a secret is in the file, or when a reference cannot be resolved
     */
    public Map<String, String> values(ProviderFactory factory, Map<String, String> environment) {
        refuseSecrets(factory);
        Map<String, String> values = new LinkedHashMap<>();
        references(environment)
                .forEach((setting, reference) -> values.put(
                        setting,
                        reference
                                .value()
                                .orElseThrow(() -> refused(
                                        setting + ": " + reference.problem().orElse("")))));
        return values;
    }

    /**
     * Returns the factory of the provider.
     *
     * @param factories the factories of the available providers
     * @throws CallListException INVALID_CONFIG when none of them is for this provider
     */
    public ProviderFactory factory(List<ProviderFactory> factories) {
        return find(factories)
                .orElseThrow(() -> refused("provider must be one of "
                        + factories.stream().map(ProviderFactory::provider).collect(Collectors.joining(", "))));
    }

    private Optional<ProviderFactory> find(List<ProviderFactory> factories) {
        return factories.stream()
                .filter(factory -> factory.provider().equalsIgnoreCase(provider))
                .findFirst();
    }

    /** Returns the value of each setting, or why it has none, by setting name. */
    public Map<String, SettingValue> references(Map<String, String> environment) {
        Map<String, SettingValue> values = new LinkedHashMap<>();
        settings.forEach((setting, text) -> values.put(setting, SettingValue.of(text, file, environment)));
        return values;
    }

    /** Returns a line for each file that holds a secret and that other users of this machine can read. */
    public List<String> warnings(Map<String, String> environment) {
        return references(environment).entrySet().stream()
                .flatMap(entry -> entry.getValue().readableByOthers().stream()
                        .map(secret -> "warning: connection " + name + ": " + secret
                                + " can be read by other users of this machine; run chmod 600"))
                .toList();
    }

    /** Returns the settings as {@code name=value}, with references in place of secrets. */
    public String settingsText(List<ProviderFactory> factories) {
        Optional<ProviderFactory> factory = find(factories);
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + (isSafe(factory, entry.getKey(), entry.getValue()) ? entry.getValue() : "****"))
                .collect(Collectors.joining(" "));
    }

    private static boolean isSafe(Optional<ProviderFactory> factory, String name, String text) {
        return SettingValue.isReference(text)
                || factory.stream()
                        .flatMap(one -> one.settings().stream())
                        .anyMatch(setting -> setting.name().equals(name) && !setting.isSecret());
    }

    /**
     * Checks that no secret is in the file.
     *
     * @throws CallListException INVALID_CONFIG that says how to refer to the secret
     */
    public void refuseSecrets(ProviderFactory factory) {
        factory.settings().stream()
                .filter(Setting::isSecret)
                .filter(secret -> settings.containsKey(secret.name()))
                .filter(secret -> !SettingValue.isReference(settings.getOrDefault(secret.name(), "")))
                .forEach(secret -> {
                    throw refused(secret.name() + " is a secret, which must not be in this file; write " + secret.name()
                            + ": env:" + secret.variable() + ", or file:PATH");
                });
    }

    private CallListException refused(String detail) {
        return ConnectionFile.refused("connection " + name + " in " + file + ": " + detail);
    }

    /** The name and the provider, without settings. */
    @Override
    public String toString() {
        return "Connection[" + name + ", " + provider + "]";
    }
}
