package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Deviation;
import dev.callist.testkit.Fault;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.SandboxRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The tests that the guide "Test your code with the sandboxes" shows. */
class MissedCallsTest {
    private final ManualTime time = ManualTime.startingAt(Instant.parse("2026-03-02T12:00:00Z"));

    @Test
    void countsInMemory() {
        Call call = Call.builder()
                .provider("bird")
                .id("c1")
                .direction(CallDirection.INBOUND)
                .status(CallStatus.NO_ANSWER)
                .from(CallParty.of("+15550100123"))
                .build();
        try (InMemoryCalls calls = InMemoryCalls.of("bird", List.of(call))) {
            assertThat(MissedCalls.byCaller(calls)).containsEntry("+15550100123", 1);
        }
    }

    @Test
    void countsOverHttp() {
        try (BirdSandbox sandbox = BirdSandbox.start(2500);
                BirdCalls calls = callsOf(sandbox)) {
            assertThat(MissedCalls.byCaller(calls)).isNotEmpty();
            assertThat(sandbox.requests())
                    .first()
                    .extracting(SandboxRequest::target)
                    .asString()
                    .startsWith("/workspaces/" + BirdSandbox.WORKSPACE_ID + "/channels/calls?")
                    .contains("direction=incoming");
        }
    }

    @Test
    void survivesAServerThatFailsAndThrottles() {
        try (BirdSandbox sandbox = BirdSandbox.start(2500);
                BirdCalls calls = callsOf(sandbox)) {
            int missed = MissedCalls.byCaller(calls).size();
            int next = sandbox.requestCount() + 1;
            sandbox.on(next, Fault.status(503)).on(next + 1, Fault.cutInBody());
            sandbox.deviating(Deviation.pageCap(100));

            assertThat(MissedCalls.byCaller(calls)).hasSize(missed);
            assertThat(time.slept()).hasSize(2).allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) < 0);
        }
    }

    @Test
    void reportsARefusedKey() {
        try (BirdSandbox sandbox = BirdSandbox.start(10);
                BirdCalls calls = callsOf(sandbox)) {
            sandbox.always(Fault.status(401));
            assertThatThrownBy(() -> MissedCalls.byCaller(calls))
                    .asInstanceOf(InstanceOfAssertFactories.type(CallListException.class))
                    .returns(Kind.AUTHENTICATION, CallListException::kind);
        }
    }

    private BirdCalls callsOf(BirdSandbox sandbox) {
        return BirdCalls.create(BirdConfig.builder()
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .accessKey(BirdSandbox.ACCESS_KEY)
                .baseUrl(sandbox.url())
                .options(ClientOptions.builder().time(time).build())
                .build());
    }
}
