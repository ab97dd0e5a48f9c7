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
 * The rules that Reactive Streams has for a publisher, as its test kit checks them; {@link CallPublisherTest} runs
 * them.
 */
@Test
public class CallPublisherRules extends FlowPublisherVerification<Call> {
    private static final int PAGE = 10;
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long SILENCE_MILLIS = 20;

    public CallPublisherRules() {
        super(new TestEnvironment(PATIENCE_MILLIS, SILENCE_MILLIS));
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

    /** A failure belongs to a page, so that no subscription fails. */
    @Override
    public Flow.@Nullable Publisher<Call> createFailedFlowPublisher() {
        return null;
    }

    @Override
    public long maxElementsFromPublisher() {
        return 5_000;
    }
}
