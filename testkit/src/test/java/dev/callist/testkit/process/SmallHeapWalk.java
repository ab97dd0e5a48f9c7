package dev.callist.testkit.process;

import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ListingReport.Completeness;
import dev.callist.testkit.contract.ListerUnderTest;
import java.net.URI;

/**
 * A walk with the default options in a separate process. From time to time it prints how many bytes are in use after a
 * collection, and at the end the report's counts and the trace of all ids.
 */
final class SmallHeapWalk {
    static final String USED = "used ";

    private static final int COLLECTIONS = 5;

    private SmallHeapWalk() {}

    /** Takes the class of the provider's contract test, the sandbox's address, and the calls between two samples. */
    public static void main(String[] args) throws ReflectiveOperationException {
        ListerUnderTest subject = ChildProcess.subject(args);
        int distance = Integer.parseInt(args[2]);
        try (CallLister lister = subject.lister(URI.create(args[1]), subject.secret(), ClientOptions.defaults());
                CallIterator walk = lister.list(CallQuery.all()).iterator()) {
            long trace = 0;
            for (int calls = 1; walk.hasNext(); calls++) {
                trace = next(trace, walk.next().id());
                if (calls % distance == 0) {
                    System.out.println(USED + used());
                }
            }
            System.out.println(ended(walk.report().calls(), walk.report().completeness(), trace));
        }
    }

    /** The least after several collections: a page that is still being read during the first is garbage by the last. */
    private static long used() {
        Runtime heap = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
            least = Math.min(least, heap.totalMemory() - heap.freeMemory());
        }
        return least;
    }

    /** The line at the end of a walk. */
    static String ended(long calls, Completeness completeness, long trace) {
        return calls + " calls, " + completeness + ", trace " + trace;
    }

    /** A digest of the ids that have arrived, in order. */
    static long next(long trace, String id) {
        return (trace + id.hashCode()) * 0x9E37_79B9_7F4A_7C15L;
    }
}
