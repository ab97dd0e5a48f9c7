package dev.callist.testkit.process;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.testkit.contract.ListerUnderTest;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.net.URI;

/** Walks that receive floods, with the default options, in a separate process. It prints the outcome of each. */
final class OversizedResponseWalk {
    private OversizedResponseWalk() {}

    /** Takes the class of the provider's contract test, and pairs of a flood's name and its server's address. */
    public static void main(String[] args) throws ReflectiveOperationException {
        ListerUnderTest subject = ChildProcess.subject(args);
        for (int i = 1; i < args.length; i += 2) {
            ClientOptions options = ClientOptions.builder()
                    .time(ProviderUnderTest.stoppedTime())
                    .build();
            try (CallLister lister = subject.lister(URI.create(args[i + 1]), subject.secret(), options)) {
                CallListException e = ListerUnderTest.failure(lister.list(ListerUnderTest.pagesOf(50)));
                System.out.println(
                        ended(OversizedResponse.valueOf(args[i]), e.kind().toString()));
            }
        }
    }

    /** The line to print about a flood. */
    static String ended(OversizedResponse flood, String kind) {
        return flood + " " + kind;
    }
}
