package dev.callist.search;

import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.provider.ParameterReader;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates listers of the Search Calls API from settings and parameters that are text. */
public final class SearchFactory implements ProviderFactory {
    private static final List<Setting> SETTINGS = List.of(
            Setting.secret("apiKey", "SEARCH_API_KEY", "the API key"),
            Setting.optional("organization", "SEARCH_ORGANIZATION", "a name of your choice for the organization"),
            Setting.optional("searchTimeout", "SEARCH_TIMEOUT", "milliseconds that a search may take (default: 30000)"),
            Setting.optional(
                    Setting.BASE_URL, "SEARCH_BASE_URL", "the root of the API (default: https://api.whippy.co/v1)"));

    @Override
    public String provider() {
        return SearchCalls.PROVIDER;
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public SearchCalls create(ProviderSettings settings, ClientOptions options) {
        SearchConfigBuilder config = SearchConfig.builder()
                .apiKey(settings.get("apiKey"))
                .organization(settings.get("organization"))
                .options(options);
        settings.get("searchTimeout").map(SearchFactory::timeout).ifPresent(config::searchTimeout);
        settings.baseUrl().ifPresent(config::baseUrl);
        return SearchCalls.create(config.build());
    }

    @Override
    public Optional<String> account(ProviderSettings settings) {
        return settings.get("organization");
    }

    @Override
    public List<String> parameters() {
        return SearchFilters.NAMES;
    }

    @Override
    public ProviderFilters filters(Map<String, List<String>> parameters) {
        return SearchFilters.of(parameters);
    }

    private static Duration timeout(String millis) {
        ParameterReader reader = new ParameterReader(
                SearchCalls.PROVIDER, List.of("searchTimeout"), Map.of("searchTimeout", List.of(millis)));
        return Duration.ofMillis(reader.number("searchTimeout").orElseThrow());
    }
}
