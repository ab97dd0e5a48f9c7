package dev.callist;

import dev.callist.internal.check.CheckRun;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderFactory.Setting;
import dev.callist.provider.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens, combines and checks listers. */
public final class CallListers {
    private CallListers() {}

    /**
     * Merges several listers into one that returns the calls of all of them newest first; see {@link MergedCalls}.
     * Merged listers are flattened.
     *
     * <p>Two listers of one provider can be told apart if their base URL, their ids or the name of their account
     * differ, see {@link QueryPlan#identity()}. Their credentials do not matter, because credentials change.
     *
     * @param more further listers; of calls created at the same instant, those of the earlier argument come first
     * @throws CallListException INVALID_CONFIG when two of them cannot be told apart: their calls would be returned
     *     twice, or their resume points could be mixed up
     */
    public static MergedCalls merged(CallLister first, CallLister... more) {
        List<CallLister> all = new ArrayList<>();
        all.add(first);
        all.addAll(List.of(more));
        return MergedCalls.of(all);
    }

    /**
     * Merges a list of listers into one, like {@link #merged(CallLister, CallLister...)}.
     *
     * @throws CallListException INVALID_CONFIG when the list is empty, or when two listers cannot be told apart
     */
    public static MergedCalls merged(List<? extends CallLister> listers) {
        return MergedCalls.of(listers);
    }

    /**
     * Opens a lister of a provider that is known by its name only, such as from a configuration file. Its module must
     * be on the class path or module path.
     *
     * @param provider such as {@code bird}, see {@link CallLister#provider()}
     * @param settings the values of the provider's settings, by the names that {@link ProviderFactory#settings()} has,
     *     such as {@code workspaceId}; they may hold secrets, which are never printed
     * @throws CallListException INVALID_CONFIG when there is no such provider, or when a setting is missing, unknown or
     *     invalid; the message says which and never quotes a value
     */
    public static CallLister of(String provider, Map<String, String> settings, ClientOptions options) {
        ProviderFactory factory = ProviderFactory.of(provider);
        return factory.create(ProviderSettings.of(factory, settings, Map.of()).requireAll(factory), options);
    }

    /** Opens a lister like {@link #of(String, Map, ClientOptions)}, with the default options. */
    public static CallLister of(String provider, Map<String, String> settings) {
        return of(provider, settings, ClientOptions.defaults());
    }

    /**
     * Opens a lister of each provider that the environment variables of this process configure, such as {@code
     * BIRD_ACCESS_KEY} and {@code BIRD_WORKSPACE_ID}, with the default options. A second list of an account is not
     * opened, see {@link ProviderFactory#isChosenByName()}.
     *
     * @return the listers as one; its list has the calls of all of them, newest first
     * @throws CallListException INVALID_CONFIG when no provider is configured, or when a provider's setting is missing
     *     or invalid; the message names the variable
     */
    public static MergedCalls fromEnvironment() {
        return fromEnvironment(System.getenv(), ClientOptions.defaults());
    }

    /** Opens listers like {@link #fromEnvironment()}, from given variables. */
    public static MergedCalls fromEnvironment(Map<String, String> environment, ClientOptions options) {
        List<ProviderFactory> factories = ProviderFactory.all().stream()
                .filter(factory -> !factory.isChosenByName())
                .toList();
        List<CallLister> opened = new ArrayList<>();
        try {
            factories.stream()
                    .filter(factory -> factory.isConfiguredIn(environment))
                    .forEach(factory -> opened.add(factory.create(
                            ProviderSettings.of(factory, Map.of(), environment).requireAll(factory), options)));
            if (opened.isEmpty()) {
                throw CallListException.invalidConfig(
                        "environment", "no provider is configured; " + variables(factories));
            }
            return MergedCalls.of(opened);
        } catch (RuntimeException e) {
            opened.forEach(CallLister::close);
            throw e;
        }
    }

    private static String variables(List<ProviderFactory> factories) {
        return factories.isEmpty()
                ? "add the module of a provider, such as callist-bird, to the class path"
                : "set the variables of one of them: "
                        + factories.stream()
                                .map(factory -> factory.provider() + " ("
                                        + factory.settings().stream()
                                                .filter(Setting::isRequired)
                                                .map(Setting::variable)
                                                .collect(Collectors.joining(", "))
                                        + ")")
                                .sorted()
                                .collect(Collectors.joining(", "));
    }

    /**
     * Finds out what a lister's server really does, and compares it with what the provider documents. Blocks while it
     * sends at most five requests for lists, which change nothing on the server.
     *
     * <p>The five include retries: a page is attempted at most twice, with the waits that the lister's options set. For
     * a lister that does not use the provider kit, each {@link CallLister#fetch} counts as one request plus the retries
     * that it reports. Pages have the lister's usual size. What the rows do not show is NOT_SEEN: a list of a few calls
     * shows little.
     *
     * <p>Some subjects need more than {@link CallLister} provides. FIELDS and VALUES need {@link Call#rawJson()} and a
     * native record, and spellings need a {@link dev.callist.provider.ApiProfile.ProfiledLister}.
     *
     * @param lister not a merged one; check its parts instead
     * @throws CallListException INVALID_CONFIG when the lister is merged. Otherwise the failure of the first page,
     *     except that a refused credential (AUTHENTICATION, PERMISSION) is a finding about the KEY
     */
    public static ListerCheck check(CallLister lister) {
        if (lister instanceof MergedCalls) {
            throw CallListException.invalidConfig("check", "merged listers cannot be checked; check each lister alone");
        }
        return CheckRun.of(lister);
    }
}
