package dev.callist.testkit.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.ClientOptions;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.contract.ListerUnderTest;
import dev.callist.testkit.options.RecordingListener;
import dev.callist.testkit.privacy.ThrowableText;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** One case from start to end: a walk up to the page, the fault, its outcome, and what is left running. */
final class CaseRun {
    /** Creating a client takes longer than a case, because it reads the trusted certificates. */
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().cookieJar(new RecordingCookieJar()).build();

    private final FaultCase each;
    private final FaultFreeWalk calm;
    private final ThreadGroup group;
    private final RecordingListener listener = new RecordingListener();
    private final ManualTime time = ProviderUnderTest.stoppedTime();
    private final ConnectionPool connections = new ConnectionPool(5, 1, TimeUnit.MINUTES);
    private final List<Call> handedOver = new ArrayList<>();

    private CaseRun(FaultCase each, FaultFreeWalk calm, ThreadGroup group) {
        this.each = each;
        this.calm = calm;
        this.group = group;
    }

    /** Runs a case on a thread of a group; throws an AssertionError for a wrong outcome. */
    static Void run(FaultCase each, FaultFreeWalk calm, ThreadGroup group) throws InterruptedException {
        CaseRun run = new CaseRun(each, calm, group);
        run.walk();
        run.assertNothingLeft();
        return null;
    }

    private void walk() {
        OkHttpClient http = HTTP.newBuilder().connectionPool(connections).build();
        ClientOptions options = CaseSettings.parse(each.line().with())
                .time(time)
                .listener(listener)
                .httpClient(http)
                .build();
        try (CaseServer server = CaseServer.of(calm.subject().sandbox(FaultFreeWalk.CALLS), each.line());
                CallLister lister =
                        calm.subject().lister(server.url(), calm.subject().secret(), options)) {
            CallListing listing = lister.list(ListerUnderTest.pagesOf(FaultFreeWalk.PAGE_SIZE))
                    .readAhead(0);
            try (CallIterator walk = listing.iterator()) {
                meet(server, walk);
                listener.texts().add(walk.report().toString());
                listener.texts().add(walk.resumePoint().toString());
            }
            listener.texts().add(lister + " " + listing + " " + options + " " + server.url());
            listener.texts()
                    .add(lister.plan(ListerUnderTest.pagesOf(FaultFreeWalk.PAGE_SIZE))
                            .toString());
        }
    }

    private void meet(CaseServer server, CallIterator walk) {
        int number = each.page().number(calm.pages());
        int before = calm.handedBefore().get(number - 1);
        for (int i = 0; i < before; i++) {
            handedOver.add(walk.next());
        }
        int requests = server.requestCount();
        CaseWords words = calm.words().with("SELF", server.url().getAuthority());
        server.arm(words.in(each.line().server()), words.in("LIST"), each.always());
        Optional<CallListException> failure = rest(walk);
        CaseFinding finding = new CaseFinding(
                each,
                calm,
                List.copyOf(handedOver),
                failure,
                server.requestCount() - requests,
                walk.report(),
                time.slept());
        finding.check(calm.pages() - number + 1);
        server.assertNoCookies();
        failure.ifPresent(exception -> continueAfter(exception, before, server, walk));
    }

    /** A failure loses and repeats nothing: the walk continues where it stopped. */
    private void continueAfter(CallListException exception, int before, CaseServer server, CallIterator walk) {
        listener.texts().add(ThrowableText.printed(exception));
        assertThat(handedOver).as("calls handed over before the failure").hasSize(before);
        server.heal();
        assertThat(rest(walk)).as("a failure after the server has been mended").isEmpty();
        assertThat(handedOver.stream().map(Call::id)).isEqualTo(calm.ids());
    }

    private Optional<CallListException> rest(CallIterator walk) {
        try {
            walk.forEachRemaining(handedOver::add);
            return Optional.empty();
        } catch (CallListException e) {
            return Optional.of(e);
        }
    }

    private void assertNothingLeft() throws InterruptedException {
        calm.canaries().assertNotIn(CaseCleanup.assertNone(group, connections));
        listener.texts()
                .add(handedOver.stream()
                        .map(call -> call + " " + call.problems() + " " + call.as(Object.class))
                        .collect(Collectors.joining("\n")));
        calm.canaries().assertNotIn(listener.texts());
        calm.canaries().assertNotIn(CaseLog.taken(group));
    }
}
