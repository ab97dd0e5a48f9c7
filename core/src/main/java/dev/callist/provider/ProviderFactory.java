package dev.callist.provider;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Creates listers of one provider from settings that are text, for programs that learn the provider's name only at run
 * time. An implementation has a public constructor without parameters, is thread-safe, and is found by
 * {@link ServiceLoader}: name it in {@code META-INF/services/dev.callist.provider.ProviderFactory}, and in
 * {@code module-info} with {@code provides}.
 */
public interface ProviderFactory {
    /** The factories of all providers on the class path or module path, in the order in which they are found. */
    static List<ProviderFactory> all() {
        return ServiceLoader.load(ProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * The factory of a provider on the class path or module path.
     *
     * @throws CallListException INVALID_CONFIG when no provider has this name; the message suggests a similar name
     */
    static ProviderFactory of(String provider) {
        List<ProviderFactory> all = all();
        List<String> names = all.stream().map(ProviderFactory::provider).toList();
        ParameterReader.requireKnown("callist", "provider", provider, names);
        return all.get(names.indexOf(provider));
    }

    /** The provider's name, as in {@link CallLister#provider()}. */
    String provider();

    /** The settings that a lister can have; the order is the one for help texts. */
    List<Setting> settings();

    /** Whether the environment variables have at least a part of what a lister needs. */
    default boolean isConfiguredIn(Map<String, String> environment) {
        return settings().stream().filter(Setting::isRequired).anyMatch(setting -> !environment
                .getOrDefault(setting.variable(), "")
                .isEmpty());
    }

    /**
     * Whether a program opens this lister only if it is named, because another provider with the same settings lists
     * calls of the same account. False by default.
     */
    default boolean isChosenByName() {
        return false;
    }

    /**
     * Creates a lister; sends no request.
     *
     * @throws CallListException INVALID_CONFIG when a setting is missing or invalid
     */
    CallLister create(ProviderSettings settings, ClientOptions options);

    /**
     * The {@link Call#account()} that all calls of a lister with these settings have. It lets a program that reads many
     * accounts skip those that a filter on the account rules out.
     *
     * @return the account; absent if the settings lack it, or if calls may name another one or none
     */
    default Optional<String> account(ProviderSettings settings) {
        return Optional.empty();
    }

    /**
     * The names of the provider's own query parameters that {@link #filters} takes, in the order of its documentation.
     */
    List<String> parameters();

    /**
     * Creates filters from parameters of the provider's API.
     *
     * @param parameters the values of each parameter, by its name on the wire
     * @throws CallListException INVALID_CONFIG when the API has no such parameter, or when a value is not one that it
     *     documents; the message names the parameter and the rule, never the value
     */
    ProviderFilters filters(Map<String, List<String>> parameters);

    /**
     * Fetches one call by its id.
     *
     * @throws CallListException NOT_FOUND when there is no such call; INVALID_CONFIG when the API has no request for a
     *     single call, or when a setting is missing or invalid
     */
    default Call find(ProviderSettings settings, ClientOptions options, String callId) {
        throw ConfigChecks.refused(provider(), "this API cannot fetch a single call; list the calls instead");
    }

    /**
     * A setting of a lister.
     *
     * @param name of the setting, such as {@code workspaceId}
     * @param variable the environment variable that holds it
     * @param isSecret whether it is a credential, which must not be printed or given on a command line
     * @param isRequired whether a lister cannot be created without it
     * @param example a made-up value, with which a query can be planned; empty if the setting may be left out
     * @param help what it is, in one line
     */
    record Setting(String name, String variable, boolean isSecret, boolean isRequired, String example, String help) {
        /** The name of the setting that all providers have: the root of the API. */
        public static final String BASE_URL = "baseUrl";

        /** A credential, which is required. */
        public static Setting secret(String name, String variable, String help) {
            return new Setting(name, variable, true, true, "placeholder", help);
        }

        /** A setting that is required, with a made-up value. */
        public static Setting required(String name, String variable, String example, String help) {
            return new Setting(name, variable, false, true, example, help);
        }

        /** A setting that may be left out. */
        public static Setting optional(String name, String variable, String help) {
            return new Setting(name, variable, false, false, "", help);
        }
    }
}
