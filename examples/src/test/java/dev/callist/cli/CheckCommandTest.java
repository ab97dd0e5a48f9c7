package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Deviation;
import dev.callist.testkit.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckCommandTest {
    @Test
    void checksTheSandboxesWithoutCredentials() {
        CommandRun run = CommandRun.of(Map.of(), "check");

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.lines().get(0)).matches("PROVIDER +SUBJECT +OUTCOME +EXPECTED +SEEN");
        assertThat(run.out())
                .containsPattern("bird +key +expected +accepted +accepted")
                .containsPattern("plivo-dialer +day zone +expected .*UTC-05:00")
                .containsPattern("signalwire +total +not seen")
                .containsPattern("search +order +expected");
        assertThat(run.err()).contains("checking the built-in sandboxes", "bird: 4 requests, nothing differs");
    }

    @Test
    void endsWithThreeIfSomethingDiffers() {
        try (BirdSandbox sandbox = BirdSandbox.start(500)) {
            sandbox.deviating(Deviation.unknownWords(), Deviation.pageCap(100));
            CommandRun run = CommandRun.on(sandbox, "check");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.lines().get(0)).matches("SUBJECT +OUTCOME +EXPECTED +SEEN");
            assertThat(run.out())
                    .containsPattern("page size +differs .*100 rows although more follow")
                    .containsPattern("words +differs .*unknown: parked, sideways")
                    .doesNotContainPattern("[0-9]{7}");
            assertThat(run.err()).contains("2 subjects differ").doesNotContain(BirdSandbox.ACCESS_KEY);
            assertThat(sandbox.requestCount()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void reportsARefusedKeyAsAFindingAndAnotherFailureAsSuch() {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            sandbox.always(Fault.status(401));
            CommandRun refused = CommandRun.on(sandbox, "check");
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.out()).containsPattern("key +differs +accepted +refused: AUTHENTICATION, status 401");

            sandbox.always(Fault.status(404));
            CommandRun failed = CommandRun.on(sandbox, "check");
            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.out()).isEmpty();
            assertThat(failed.err()).startsWith("callist: NOT_FOUND: ");
        }
    }

    @Test
    void saysWhichSettingIsMissing() {
        CommandRun run = CommandRun.of(Map.of("BIRD_ACCESS_KEY", "key"), "check", "--provider", "bird");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("BIRD_WORKSPACE_ID is missing");
    }
}
