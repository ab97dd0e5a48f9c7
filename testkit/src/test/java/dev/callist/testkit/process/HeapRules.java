package dev.callist.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ListingReport.Completeness;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A long walk in a separate process with a heap of 64 MiB: every call arrives once and in order, and the memory in use
 * after a collection does not grow. The system property {@code callist.heap.calls} says how long it is; 100,000 calls
 * unless set.
 */
public interface HeapRules extends ProviderUnderTest {
    /** Uses the smallest of several samples, because any of them may include one more page of up to 2 MB. */
    @Test
    @Timeout(600)
    default void walksAnyNumberOfCallsInASmallHeap() throws IOException, InterruptedException {
        int calls = Integer.getInteger("callist.heap.calls", 100_000);
        try (Sandbox sandbox = sandbox(calls)) {
            List<String> printed = ChildProcess.printed(
                    "64m", SmallHeapWalk.class, this, List.of(sandbox.url().toString(), Integer.toString(calls / 10)));
            assertThat(printed).last().isEqualTo(ended(sandbox));
            List<Long> used = printed.stream()
                    .filter(line -> line.startsWith(SmallHeapWalk.USED))
                    .map(line -> Long.valueOf(line.substring(SmallHeapWalk.USED.length())))
                    .toList();
            assertThat(used).hasSize(10);
            long grown = Collections.min(used.subList(6, 10)) - Collections.min(used.subList(2, 6));
            assertThat(grown).as("bytes in use: %s", used).isLessThan(3 << 20);
        }
    }

    private static String ended(Sandbox sandbox) {
        long trace = 0;
        for (int i = 0; i < sandbox.calls(); i++) {
            trace = SmallHeapWalk.next(trace, sandbox.id(i));
        }
        return SmallHeapWalk.ended(sandbox.calls(), Completeness.COMPLETE, trace);
    }
}
