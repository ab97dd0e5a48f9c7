package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lister that nobody closes keeps no process alive, and lists while the process ends. */
interface ExitRules extends ContractSubject {
    /** The second page is asked for ahead and never comes. */
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
