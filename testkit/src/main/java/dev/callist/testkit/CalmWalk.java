package dev.callist.testkit;

import dev.callist.Call;
import dev.callist.CallIterator;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockWebServer;

/**
 * What a walk looks like that meets no fault, so that others can be told from it.
 *
 * @param pages requests that it makes
 * @param ids of all calls, in their order
 * @param handedBefore how many calls have been handed over before each request
 * @param canaries what no text may have
 * @param words what the table's words stand for, except those of the single case
 */
record CalmWalk(
        ContractSubject subject,
        String provider,
        int pages,
        List<String> ids,
        List<Integer> handedBefore,
        Canaries canaries,
        CaseWords words) {
    static final int CALLS = 26;
    static final int PAGE_SIZE = 9;

    static CalmWalk of(ContractSubject subject, FaultTable table) {
        try (Trial trial = subject.trial(CALLS);
                CallIterator walk = trial.lister()
                        .list(ContractSubject.pagesOf(PAGE_SIZE))
                        .readAhead(0)
                        .iterator()) {
            List<Call> calls = new ArrayList<>();
            List<Integer> handedBefore = new ArrayList<>();
            while (walk.hasNext()) {
                while (handedBefore.size() < trial.sandbox().requestCount()) {
                    handedBefore.add(calls.size());
                }
                calls.add(walk.next());
            }
            SandboxRequest first = trial.sandbox().requests().get(0);
            Canaries canaries = Canaries.of(calls, subject.secret(), first);
            return new CalmWalk(
                    subject,
                    trial.lister().provider(),
                    handedBefore.size(),
                    calls.stream().map(Call::id).toList(),
                    List.copyOf(handedBefore),
                    canaries,
                    canaries.named(table.wordsOf(trial.lister().provider()))
                            .with("PATH", first.url().encodedPath()));
        }
    }

    /** The same walk, with a server that no request must reach. */
    CalmWalk toldOf(MockWebServer elsewhere) {
        String authority = elsewhere.getHostName() + ":" + elsewhere.getPort();
        return new CalmWalk(subject, provider, pages, ids, handedBefore, canaries, words.with("ELSEWHERE", authority));
    }
}
