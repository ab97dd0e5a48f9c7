package dev.callist.benchmarks.candidates;

import java.util.concurrent.atomic.LongAdder;

/** Consumes results, so that the JIT compiler cannot remove the code that computes them. */
final class ResultSink {
    private static final LongAdder FIELDS = new LongAdder();

    private ResultSink() {}

    static void consume(int fields) {
        FIELDS.add(fields);
    }
}
