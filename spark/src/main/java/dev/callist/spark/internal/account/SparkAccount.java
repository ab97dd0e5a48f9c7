package dev.callist.spark.internal.account;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.connections.SettingValue;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderFactory.Setting;
import dev.callist.provider.ProviderSettings;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An account as the driver knows it: with references in place of secrets. Immutable and serializable.
 *
 * @param name tells accounts apart
 * @param provider the provider's name
 * @param settings values and references, by the names of settings
 */
public record SparkAccount(String name, String provider, Map<String, String> settings) implements Serializable {
    /** To find a provider takes a search of the class path, which would be repeated for each account. */
    private static final Map<String, ProviderFactory> FACTORIES = new ConcurrentHashMap<>();

    /** Copies the settings. */
    public SparkAccount {
        settings = Map.copyOf(settings);
    }

    /**
     * Checks that the provider exists and has these settings, and that each secret is a reference.
     *
     * @throws CallListException INVALID_CONFIG otherwise; the message has no value
     */
    public SparkAccount checked() {
        ProviderFactory factory = factory();
        factory.settings().stream()
                .filter(Setting::isSecret)
                .filter(secret -> settings.containsKey(secret.name()))
                .filter(secret -> !isReference(settings.getOrDefault(secret.name(), "")))
                .forEach(secret -> {
                    throw refused(secret.name() + " must be a reference to a secret, such as env:" + secret.variable()
                            + ", file:PATH or secret:NAME");
                });
        ProviderSettings literal;
        try {
            literal = ProviderSettings.of(factory, settings, Map.of());
        } catch (CallListException e) {
            throw refused(e.failure().detail().orElse("a setting is invalid"));
        }
        literal.missing(factory).stream().findFirst().ifPresent(setting -> {
            throw refused(setting.name() + " is missing");
        });
        return this;
    }

    /** The provider's factory. */
    public ProviderFactory factory() {
        return FACTORIES.computeIfAbsent(provider, ProviderFactory::of);
    }

    /**
     * The value of {@code account} in the rows of this account: what the provider calls it, or else its name. Absent if
     * only the rows can say.
     */
    public Optional<String> rowAccount() {
        return factory().account(ProviderSettings.of(factory(), literals(), Map.of()));
    }

    /**
     * The settings that are not references, with made-up values for secrets and for what is required: enough to plan a
     * query.
     */
    public ProviderSettings forPlans() {
        ProviderFactory factory = factory();
        Map<String, String> values = literals();
        factory.settings().stream()
                .filter(Setting::isSecret)
                .map(Setting::name)
                .filter(settings::containsKey)
                .forEach(secret -> values.put(secret, "placeholder"));
        return ProviderSettings.of(factory, values, Map.of()).withExamples(factory);
    }

    private Map<String, String> literals() {
        Map<String, String> literals = new LinkedHashMap<>(settings);
        literals.values().removeIf(SparkAccount::isReference);
        return literals;
    }

    static boolean isReference(String text) {
        return SettingValue.isReference(text) || text.startsWith(SecretReferences.RESOLVED);
    }

    CallListException refused(String detail) {
        return CallListException.of(Kind.INVALID_CONFIG, "spark")
                .detail("account " + name + ": " + detail)
                .build()
                .asException();
    }

    /** Name and provider; no setting. */
    @Override
    public String toString() {
        return "SparkAccount[" + name + ", " + provider + "]";
    }
}
