package dev.callist.spark.internal.account;

import dev.callist.connections.SettingValue;
import dev.callist.spark.SecretResolver;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Replaces references by what they refer to, on an executor. */
final class SecretReferences {
    /** How a reference for a {@link SecretResolver} begins. */
    static final String RESOLVED = "secret:";

    private final Optional<SecretResolver> resolver;
    private final Map<String, String> environment;

    private SecretReferences(Optional<SecretResolver> resolver, Map<String, String> environment) {
        this.resolver = resolver;
        this.environment = environment;
    }

    /**
     * References of this process.
     *
     * @param resolverClass the name of the user's class; empty for none
     */
    static SecretReferences of(String resolverClass) {
        return new SecretReferences(
                resolverClass.isEmpty() ? Optional.empty() : Optional.of(resolver(resolverClass)), System.getenv());
    }

    private static SecretResolver resolver(String name) {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                    .asSubclass(SecretResolver.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "secretResolver: " + name + " must be on the class path of the executors, implement "
                            + SecretResolver.class.getName() + ", and have a public constructor without parameters",
                    e);
        }
    }

    /** The settings of an account with their values; the result holds secrets. */
    Map<String, String> values(SparkAccount account) {
        Map<String, String> values = new LinkedHashMap<>();
        account.settings().forEach((name, text) -> values.put(name, value(account, name, text)));
        return values;
    }

    private String value(SparkAccount account, String name, String text) {
        if (text.startsWith(RESOLVED)) {
            return resolver.orElseThrow(
                            () -> account.refused(name + " refers to secret:, so the option secretResolver must"
                                    + " name the class that finds it"))
                    .resolve(text.substring(RESOLVED.length()));
        }
        SettingValue value = SettingValue.of(text, Path.of(""), environment);
        return value.value()
                .orElseThrow(() -> account.refused(name + ": " + value.problem().orElse("") + " on this executor"));
    }
}
