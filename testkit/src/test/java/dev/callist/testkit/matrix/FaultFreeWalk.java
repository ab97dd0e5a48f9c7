package dev.callist.testkit.matrix;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.contract.ListerUnderTest;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockWebServer;

/**
 * A walk without faults, with which the others are compared.
 *
 * @param pages requests that it makes
 * @param ids the ids of all calls, in order
 * @param handedBefore how many calls have been handed over before each request
 * @param canaries what no text may have
 * @param words the replacements of the table's words, except those of a single case
 */
record FaultFreeWalk(
        ListerUnderTest subject,
        String provider,
        int pages,
        List<String> ids,
        List<Integer> handedBefore,
        SensitiveTexts canaries,
        CaseWords words) {
    static final int CALLS = 26;
    static final int PAGE_SIZE = 9;

    static FaultFreeWalk of(ListerUnderTest subject, FaultTable table) {
        try (ContractFixture fixture = subject.fixture(CALLS);
                CallIterator walk = fixture.lister()
                        .list(ListerUnderTest.pagesOf(PAGE_SIZE))
                        .readAhead(0)
                        .iterator()) {
            List<Call> calls = new ArrayList<>();
            List<Integer> handedBefore = new ArrayList<>();
            while (walk.hasNext()) {
                while (handedBefore.size() < fixture.sandbox().requestCount()) {
                    handedBefore.add(calls.size());
                }
                calls.add(walk.next());
            }
            SandboxRequest first = fixture.sandbox().requests().get(0);
            SensitiveTexts canaries = SensitiveTexts.of(calls, subject.secret(), first);
            return new FaultFreeWalk(
                    subject,
                    fixture.lister().provider(),
                    handedBefore.size(),
                    calls.stream().map(Call::id).toList(),
                    List.copyOf(handedBefore),
                    canaries,
                    canaries.named(table.wordsOf(fixture.lister().provider()))
                            .with("PATH", first.url().encodedPath()));
        }
    }

    /** Returns this walk with the address of a server that no request must reach. */
    FaultFreeWalk withForbiddenServer(MockWebServer elsewhere) {
        String authority = elsewhere.getHostName() + ":" + elsewhere.getPort();
        return new FaultFreeWalk(
                subject, provider, pages, ids, handedBefore, canaries, words.with("ELSEWHERE", authority));
    }
}
