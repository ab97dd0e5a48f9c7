package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void isDrawnInPlaceOnATerminalAndTakenAwayAtTheEnd() {
        try (BirdSandbox sandbox = BirdSandbox.start(300)) {
            sandbox.always(Fault.delayed(Duration.ofMillis(150)));
            Run run = Run.of(
                    Providers.ALL,
                    Run.KEY,
                    new Cancellation(),
                    true,
                    Run.args(sandbox, "export", "--page-size", "100", "--limit", "300"));
            assertThat(run.err())
                    .contains("\rcallist: [########----------------]  33 %  100 calls, 2 pages\u001b[K")
                    .endsWith(" s\n")
                    .contains("\r\u001b[Kcallist: 300 calls, 3 pages, 0 retries, limit reached, COMPLETE, ");
        }
    }
}
