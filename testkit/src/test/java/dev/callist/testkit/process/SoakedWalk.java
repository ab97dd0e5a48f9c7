package dev.callist.testkit.process;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.contract.ListerUnderTest;
import java.net.URI;

/**
 * A walk that continues after every failure, in a process of its own. It samples the resources that the process uses.
 */
final class SoakedWalk {
    private SoakedWalk() {}

    /** Takes the class of the provider's contract test, the sandbox's address, and the calls between two samples. */
    public static void main(String[] args) throws ReflectiveOperationException {
        ListerUnderTest subject = ChildProcess.subject(args);
        int distance = Integer.parseInt(args[2]);
        ClientOptions options = ContractFixture.quick().build();
        int failures = 0;
        try (CallLister lister = subject.lister(URI.create(args[1]), subject.secret(), options);
                CallIterator walk = lister.list(ListerUnderTest.pagesOf(SoakRules.CALLS_A_PAGE))
                        .iterator()) {
            long trace = 0;
            for (int calls = 0; ; ) {
                try {
                    if (!walk.hasNext()) {
                        break;
                    }
                    trace = SmallHeapWalk.next(trace, walk.next().id());
                } catch (CallListException e) {
                    failures++;
                    continue;
                }
                if (++calls % distance == 0) {
                    System.out.println(SoakSample.now());
                }
            }
            System.out.println(walk.report() + ", " + failures + " failures gone on after");
            System.out.println(ended(walk.report().calls(), trace));
        }
    }

    /** The line at the end of a walk. */
    static String ended(long calls, long trace) {
        return calls + " calls, trace " + trace;
    }
}
