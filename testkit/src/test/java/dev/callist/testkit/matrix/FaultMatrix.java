package dev.callist.testkit.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.contract.ListerUnderTest;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.DynamicTest;

/** All cases of one provider. They run a few at a time, because some of them wait for a timeout. */
final class FaultMatrix {
    private static final int AT_ONCE = 6;
    private static final long PATIENCE_SECONDS = 120;

    private final ListerUnderTest subject;
    private final FaultTable table = FaultTable.read();
    private final MockWebServer elsewhere = new MockWebServer();

    FaultMatrix(ListerUnderTest subject) {
        this.subject = subject;
    }

    /** The tests; the cases run while they are taken from the stream, and end when it is closed. */
    Stream<DynamicTest> tests() throws IOException {
        CaseLog.begin();
        elsewhere.start();
        FaultFreeWalk calm = FaultFreeWalk.of(subject, table).withForbiddenServer(elsewhere);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, FaultMatrix::daemon);
        Stream<DynamicTest> cases = table.cases(calm.provider()).stream()
                .map(each -> test(each.toString(), threads.submit(() -> ranInGroup(each, calm))))
                .toList()
                .stream();
        DynamicTest last = DynamicTest.dynamicTest(
                "no request has reached another server",
                () -> assertThat(elsewhere.getRequestCount()).isZero());
        return Stream.concat(cases, Stream.of(last)).onClose(() -> {
            threads.shutdownNow();
            elsewhere.close();
        });
    }

    private static DynamicTest test(String name, Future<?> run) {
        return DynamicTest.dynamicTest(name, () -> await(name, run));
    }

    /** The threads of a case and of its lister have their own thread group. */
    private static Void ranInGroup(FaultCase each, FaultFreeWalk calm) throws Exception {
        ThreadGroup group = new ThreadGroup(each.toString());
        FutureTask<Void> run = new FutureTask<>(() -> CaseRun.run(each, calm, group));
        Thread thread = new Thread(group, run, "fault case");
        thread.setDaemon(true);
        thread.start();
        return run.get();
    }

    private static void await(String name, Future<?> run) throws InterruptedException {
        try {
            run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(name + ": does not end", e);
        } catch (ExecutionException e) {
            Throwable cause = origin(e);
            throw new AssertionError(name + ": " + cause.getMessage(), cause);
        }
    }

    private static Throwable origin(Throwable throwable) {
        Throwable deeper = throwable.getCause();
        return throwable instanceof ExecutionException && deeper != null ? origin(deeper) : throwable;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fault matrix");
        thread.setDaemon(true);
        return thread;
    }
}
