package dev.callist.testkit.process;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lister that is never closed does not keep its process alive, and lists while the process ends. */
interface ExitRules extends ProviderUnderTest {
    /** The second page is requested early and never arrives. */
    @Test
    @Timeout(60)
    default void letsAProcessEndAndListsInItsShutdownHook() throws IOException, InterruptedException {
        try (Sandbox first = sandbox(25);
                Sandbox last = sandbox(25)) {
            first.on(2, Fault.silent());
            List<String> urls = List.of(first.url().toString(), last.url().toString());
            assertThat(ChildProcess.printed("64m", ExitingWalk.class, this, urls))
                    .containsExactly(
                            first.id(0), ExitingWalk.ENDED, ids(last, 0, 25).toString());
        }
    }
}
