package dev.callist.testkit.process;

import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.testkit.contract.ListerUnderTest;
import java.net.URI;

/** A process that lists one call, closes nothing, and lists all calls when it ends. It prints its result. */
final class ExitingWalk {
    static final String ENDED = "main has ended";

    private ExitingWalk() {}

    /** Takes the class of the provider's contract test, and the addresses of a sandbox for each of the two lists. */
    public static void main(String[] args) throws ReflectiveOperationException {
        ListerUnderTest subject = ChildProcess.subject(args);
        CallLister first = subject.lister(URI.create(args[1]), subject.secret(), ClientOptions.defaults());
        CallLister last = subject.lister(URI.create(args[2]), subject.secret(), ClientOptions.defaults());
        CallIterator walk = first.list(ListerUnderTest.pagesOf(10)).iterator();
        System.out.println(walk.next().id());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> listAll(last)));
        System.out.println(ENDED);
    }

    private static void listAll(CallLister lister) {
        System.out.println(ListerUnderTest.ids(lister.list(ListerUnderTest.pagesOf(10))));
    }
}
