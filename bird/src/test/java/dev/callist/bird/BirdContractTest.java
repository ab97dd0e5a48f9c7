package dev.callist.bird;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.history.BirdHistoryProtocol;
import dev.callist.testkit.history.HistoryProtocol;
import dev.callist.testkit.rows.BirdRowProtocol;
import dev.callist.testkit.rows.RowProtocol;
import dev.callist.testkit.rules.PageTokenRules;
import dev.callist.testkit.rules.ProviderContract;
import dev.callist.testkit.rules.RowFields;
import dev.callist.testkit.splits.BirdSplitWire;
import dev.callist.testkit.splits.SplitRules;
import dev.callist.testkit.splits.SplitWire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

class BirdContractTest extends ProviderContract implements PageTokenRules, SplitRules {
    BirdContractTest() {
        super("bird");
    }

    @Override
    public String secret() {
        return BirdSandbox.ACCESS_KEY;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return BirdCalls.create(BirdConfig.builder()
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .channelId(BirdSandbox.CHANNEL_ID)
                .accessKey(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    public CallQuery splittable(int pageSize) {
        return lately(pageSize);
    }

    /** A window that holds all calls of the sandbox. */
    static CallQuery lately(int pageSize) {
        return CallQuery.builder()
                .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                .pageSize(pageSize)
                .build();
    }

    @Override
    public Map<ProviderFilters, Predicate<Call>> ownFilters() {
        return Map.of(
                BirdFilters.builder().type(BirdFilters.TYPE_SIP).build(),
                call -> call.as(BirdCall.class).map(BirdCall::type).equals(Optional.of("sip")),
                BirdFilters.builder().status(BirdFilters.STATUS_STARTING).build(),
                call -> call.providerStatus().equals(Optional.of("starting")),
                BirdFilters.builder().duration(0).build(),
                call -> call.duration().equals(Optional.of(Duration.ZERO)),
                BirdFilters.builder().addTags("vip").build(),
                call -> call.tags().contains("vip"));
    }

    @Override
    public SplitWire splitWire() {
        return new BirdSplitWire();
    }

    @Override
    public RowFields rowFields() {
        return new RowFields(
                "id",
                "createdAt",
                new RowFields.Duration("duration", TimeUnit.SECONDS),
                "from",
                "originator.number.callerIdName",
                Optional.of(new RowFields.Words("status", "direction")));
    }

    @Override
    public HistoryProtocol historyProtocol() {
        return new BirdHistoryProtocol();
    }

    @Override
    public RowProtocol rowProtocol() {
        return new BirdRowProtocol(rowFields());
    }
}
