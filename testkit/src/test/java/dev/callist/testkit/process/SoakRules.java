package dev.callist.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.RigFaults;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.internal.server.PendingExchange;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A long walk in a separate process against a server that fails at random: every call arrives once, and open files,
 * threads and the heap do not grow. The system property {@code callist.soak.pages} says how long it is; 1,000 pages
 * unless set.
 */
interface SoakRules extends ProviderUnderTest {
    int CALLS_A_PAGE = 5;

    /** Heap growth to allow: the walk remembers up to a million cursors, and the clock records every wait. */
    int BYTES_A_PAGE = 32;

    @Test
    @Timeout(3600)
    default void survivesALongRunOfRandomFaults() throws IOException, InterruptedException {
        int pages = Integer.getInteger("callist.soak.pages", 1000);
        try (Sandbox sandbox = sandbox(pages * CALLS_A_PAGE)) {
            SplittableRandom random = new SplittableRandom(pages);
            sandbox.always(RigFaults.of("soak", exchange -> answer(exchange, random)));
            List<String> printed = ChildProcess.printed(
                    "64m",
                    SoakedWalk.class,
                    this,
                    List.of(sandbox.url().toString(), Integer.toString(sandbox.calls() / 10)));
            if (pages > 1000) {
                printed.forEach(System.out::println);
            }
            assertThat(printed)
                    .noneMatch(line -> line.contains("leaked"))
                    .last()
                    .isEqualTo(ended(sandbox));
            List<SoakSample> samples = printed.stream()
                    .filter(line -> line.startsWith("SoakSample"))
                    .map(SoakSample::parse)
                    .toList();
            assertThat(samples).hasSize(10);
            assertFlat(samples, (2 << 20) + (long) BYTES_A_PAGE * pages);
        }
    }

    private static void assertFlat(List<SoakSample> samples, long mostGrown) {
        SoakSample early = SoakSample.least(samples.subList(1, 4));
        SoakSample late = SoakSample.least(samples.subList(7, 10));
        assertThat(late.files() - early.files()).as("open files: %s", samples).isLessThan(4);
        assertThat(late.threads() - early.threads()).as("threads: %s", samples).isLessThan(4);
        assertThat(late.heap() - early.heap()).as("heap: %s", samples).isLessThan(mostGrown);
    }

    /** One response in five is broken. */
    private static MockResponse.Builder answer(PendingExchange exchange, SplittableRandom random) {
        SocketEffect close = new SocketEffect.CloseSocket();
        int drawn;
        synchronized (random) {
            drawn = random.nextInt(35);
        }
        return switch (drawn) {
            case 0 -> exchange.error(500);
            case 1 -> exchange.error(503).setHeader("Retry-After", "1");
            case 2 -> exchange.error(429);
            case 3 -> exchange.correctResponse().onResponseBody(close);
            case 4 -> exchange.correctResponse().onResponseStart(close);
            case 5 -> new MockResponse.Builder().body(" ");
            case 6 -> exchange.correctResponse().onResponseEnd(close);
            default -> exchange.correctResponse();
        };
    }

    private static String ended(Sandbox sandbox) {
        long trace = 0;
        for (int i = 0; i < sandbox.calls(); i++) {
            trace = SmallHeapWalk.next(trace, sandbox.id(i));
        }
        return SoakedWalk.ended(sandbox.calls(), trace);
    }
}
