package dev.callist.provider;

import dev.callist.CallListException;
import dev.callist.provider.ProviderFactory.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a provider's settings, checked for what all providers have in common. Immutable; prints no value. */
@Confidential
public final class ProviderSettings {
    private final String provider;
    private final Map<String, String> values;

    private ProviderSettings(String provider, Map<String, String> values) {
        this.provider = provider;
        this.values = Map.copyOf(values);
    }

    /**
     * Takes each setting from the given values, or else from its environment variable.
     *
     * @param given values by the names of settings; they may hold secrets
     * @param environment the environment variables; an empty one counts as not set
     * @throws CallListException INVALID_CONFIG when a setting is unknown or unreadable; the message names it or its
     *     variable, never the value
     */
    public static ProviderSettings of(
            ProviderFactory factory, Map<String, String> given, Map<String, String> environment) {
        List<String> names = factory.settings().stream().map(Setting::name).toList();
        given.keySet().forEach(name -> ParameterReader.requireKnown(factory.provider(), "setting", name, names));
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : factory.settings()) {
            String value = given.getOrDefault(setting.name(), environment.getOrDefault(setting.variable(), ""));
            if (!value.isEmpty()) {
                check(factory.provider(), given.containsKey(setting.name()), setting, value);
                values.put(setting.name(), value);
            }
        }
        return new ProviderSettings(factory.provider(), values);
    }

    private static void check(String provider, boolean isGiven, Setting setting, String value) {
        String label = isGiven ? setting.name() : setting.variable();
        if (setting.isSecret()) {
            ConfigChecks.secret(provider, label, value);
        } else {
            ConfigChecks.printable(provider, label, value);
        }
    }

    /** The required settings that have no value. */
    public List<Setting> missing(ProviderFactory factory) {
        return factory.settings().stream()
                .filter(setting -> setting.isRequired() && !values.containsKey(setting.name()))
                .toList();
    }

    /**
     * Checks that no required setting is missing.
     *
     * @throws CallListException INVALID_CONFIG that names the first one that is missing, and its variable
     */
    public ProviderSettings requireAll(ProviderFactory factory) {
        missing(factory).stream().findFirst().ifPresent(setting -> {
            throw ConfigChecks.refused(
                    provider, setting.name() + " is missing; its environment variable is " + setting.variable());
        });
        return this;
    }

    /** These settings, with made-up values for missing ones, so that a query can be planned without a credential. */
    public ProviderSettings withExamples(ProviderFactory factory) {
        Map<String, String> all = new LinkedHashMap<>();
        factory.settings().stream()
                .filter(setting -> !setting.example().isEmpty())
                .forEach(setting -> all.put(setting.name(), setting.example()));
        all.putAll(values);
        return new ProviderSettings(provider, all);
    }

    /** The value of a setting. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a required setting; empty text if it is missing, which the checks of a config refuse. */
    public String required(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * The root of the API, {@link Setting#BASE_URL}.
     *
     * @throws CallListException INVALID_CONFIG when it is not a URL
     */
    public Optional<URI> baseUrl() {
        return get(Setting.BASE_URL).map(this::url);
    }

    private URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw ConfigChecks.refused(
                    provider,
                    Setting.BASE_URL + " is not a URL (see position " + Math.max(e.getIndex(), 0)
                            + "); write it like https://api.example.com/v1");
        }
    }

    /** The names of the settings that have a value; no value. */
    @Override
    public String toString() {
        return "ProviderSettings" + values.keySet().stream().sorted().toList();
    }
}
