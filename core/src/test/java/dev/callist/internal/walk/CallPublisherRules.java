package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallQuery;
import dev.callist.Calls;
import dev.callist.ScriptedLister;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.Test;

/**
 * The test compatibility kit (TCK) of Reactive Streams for the publisher of a listing; {@link CallPublisherTest} runs
 * it.
 */
@Test
public class CallPublisherRules extends FlowPublisherVerification<Call> {
    private static final int PAGE = 10;
    private static final long TIMEOUT_MILLIS = 2_000;
    private static final long NO_SIGNALS_TIMEOUT_MILLIS = 20;

    public CallPublisherRules() {
        super(new TestEnvironment(TIMEOUT_MILLIS, NO_SIGNALS_TIMEOUT_MILLIS));
    }

    /** A list of pages of ten calls; the last page is not full. */
    @Override
    public Flow.Publisher<Call> createFlowPublisher(long calls) {
        ScriptedLister lister = new ScriptedLister();
        int last = (int) (calls / PAGE);
        for (int page = 0; page <= last; page++) {
            Call[] rows = IntStream.range(page * PAGE, (int) Math.min(calls, (page + 1L) * PAGE))
                    .mapToObj(i -> Calls.call("call-" + i, i))
                    .toArray(Call[]::new);
            lister.page(page == 0 ? "" : "page " + page, page == last ? "" : "page " + (page + 1), rows);
        }
        return lister.list(CallQuery.all()).publisher();
    }

    /** Null skips the TCK's tests of a failed publisher: subscribing never fails, only fetching a page does. */
    @Override
    public Flow.@Nullable Publisher<Call> createFailedFlowPublisher() {
        return null;
    }

    @Override
    public long maxElementsFromPublisher() {
        return 5_000;
    }
}
