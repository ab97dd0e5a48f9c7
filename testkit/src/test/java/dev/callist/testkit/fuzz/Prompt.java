package dev.callist.testkit.fuzz;

import java.time.Duration;
import java.util.stream.IntStream;

/** Work that must not take long. Slow work is repeated, in case the machine was busy. */
final class Prompt {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Prompt() {}

    static void run(Runnable work) {
        if (IntStream.range(0, 2).allMatch(any -> isSlow(work))) {
            throw new AssertionError("took longer than " + LONGEST + ", twice");
        }
    }

    private static boolean isSlow(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start > LONGEST.toNanos();
    }
}
