package dev.callist.search;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.history.HistoryProtocol;
import dev.callist.testkit.history.SearchHistoryProtocol;
import dev.callist.testkit.rows.RowProtocol;
import dev.callist.testkit.rows.SearchRowProtocol;
import dev.callist.testkit.rules.CountedListRules;
import dev.callist.testkit.rules.ProviderContract;
import dev.callist.testkit.rules.RowFields;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

class SearchContractTest extends ProviderContract implements CountedListRules {
    SearchContractTest() {
        super("search");
    }

    @Override
    public String secret() {
        return SearchSandbox.API_KEY;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return SearchCalls.create(SearchConfig.builder()
                .apiKey(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    public Map<ProviderFilters, Predicate<Call>> ownFilters() {
        return Map.of(
                SearchFilters.builder()
                        .addDeliveryStatuses("call_busy", "call_failed")
                        .build(),
                call -> call.status() == CallStatus.BUSY || call.status() == CallStatus.FAILED,
                SearchFilters.builder()
                        .addDirections(SearchFilters.DIRECTION_INBOUND)
                        .build(),
                call -> call.direction() == CallDirection.INBOUND,
                SearchFilters.builder().minDurationMillis(60_000).build(),
                call -> call.duration().orElse(Duration.ZERO).compareTo(Duration.ofMinutes(1)) >= 0);
    }

    @Override
    public RowFields rowFields() {
        return new RowFields(
                "id",
                "created_at",
                new RowFields.Duration("duration", TimeUnit.MILLISECONDS),
                "from",
                "body",
                Optional.of(new RowFields.Words("delivery_status", "direction")),
                List.of("inserted_at"));
    }

    @Override
    public HistoryProtocol historyProtocol() {
        return new SearchHistoryProtocol();
    }

    @Override
    public RowProtocol rowProtocol() {
        return new SearchRowProtocol(rowFields());
    }
}
