package dev.callist.cli.providers;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.search.SearchCalls;
import dev.callist.search.SearchConfig;
import dev.callist.search.SearchConfigBuilder;
import dev.callist.testkit.SearchSandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Search Calls API needs an API key; the name of the organization, which the key belongs to, is optional. */
public final class SearchProvider implements Provider {
    private static final String API_KEY = "SEARCH_API_KEY";
    private static final String ORGANIZATION = "SEARCH_ORGANIZATION";

    @Override
    public String name() {
        return SearchCalls.PROVIDER;
    }

    @Override
    public List<String> credentialVariables() {
        return List.of(API_KEY);
    }

    @Override
    public CallLister open(Account account) {
        SearchConfigBuilder config = SearchConfig.builder()
                .apiKey(account.requiredVariable(API_KEY))
                .organization(account.variable(ORGANIZATION))
                .options(account.options());
        account.baseUrl().ifPresent(config::baseUrl);
        return SearchCalls.create(config.build());
    }

    @Override
    public Account withPlaceholders(Account account) {
        return account.withEnvironment(Map.of(API_KEY, "placeholder"));
    }

    @Override
    public SandboxAccount startSandbox(int calls, int port) {
        SearchSandbox server = SearchSandbox.start(calls, port);
        Account account = new Account(
                Optional.of(server.url()),
                Optional.empty(),
                Optional.empty(),
                Map.of(API_KEY, SearchSandbox.API_KEY),
                ClientOptions.defaults());
        return new SandboxAccount(account, server);
    }
}
