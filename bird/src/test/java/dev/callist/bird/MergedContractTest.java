package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.rules.AnyListerContract;
import dev.callist.testkit.rules.PageTokenRules;
import dev.callist.testkit.rules.RowFields;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A merged lister passes the contract that its listers pass: here Bird's calls and an empty list. */
class MergedContractTest extends AnyListerContract implements PageTokenRules {
    @Override
    public Sandbox sandbox(int calls) {
        return BirdSandbox.start(calls);
    }

    @Override
    public String secret() {
        return BirdSandbox.ACCESS_KEY;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        BirdCalls bird = BirdCalls.create(BirdConfig.builder()
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .channelId(BirdSandbox.CHANNEL_ID)
                .accessKey(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
        return CallListers.merged(bird, InMemoryCalls.of("none", List.of()));
    }

    @Override
    public CallQuery splittable(int pageSize) {
        return BirdContractTest.lately(pageSize);
    }

    @Override
    public RowFields rowFields() {
        return new BirdContractTest().rowFields();
    }

    /** Bird's position is found again by time, even if the other list cannot do so. */
    @Override
    public boolean findsPlacesByTime(CallLister lister) {
        return true;
    }

    /** A merged lister's failure has the name of the lister that failed, not its own. */
    @Override
    @Test
    public void reportsEachFaultByItsKindAfterOneRequest() {
        try (BirdSandbox server = BirdSandbox.start(5);
                CallLister calls = lister(server.url(), "wrong", ClientOptions.defaults())) {
            CallListing listing = calls.list(CallQuery.all());
            CallListException e = catchThrowableOfType(CallListException.class, () -> listing.forEach(call -> {}));
            assertThat(e).hasMessageStartingWith("bird: AUTHENTICATION: status 401");
            assertThat(e.failure().page()).isEqualTo(1);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }
}
