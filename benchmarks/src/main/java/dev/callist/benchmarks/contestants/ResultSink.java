package dev.callist.benchmarks;

import java.util.concurrent.atomic.LongAdder;

/** Where what was read goes, so that no reading is optimised away. */
final class Seen {
    private static final LongAdder FIELDS = new LongAdder();

    private Seen() {}

    static void seen(int fields) {
        FIELDS.add(fields);
    }
}
