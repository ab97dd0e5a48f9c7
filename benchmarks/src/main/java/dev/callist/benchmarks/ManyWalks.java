package dev.callist.benchmarks;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.benchmarks.server.ListShape;
import dev.callist.benchmarks.server.ServerProcess;
import dev.callist.benchmarks.server.WalkSetting;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs many walks at once, each with two virtual threads, one that reads and one that fetches, and prints the
 * peak number of platform threads. Needs Java 21 or later, unless {@code --platform-threads} is given.
 */
@Command(
        name = "many-walks",
        mixinStandardHelpOptions = true,
        description = "Runs many walks at once; prints the peak number of platform threads.",
        showDefaultValues = true)
public final class ManyWalks implements Callable<Integer> {
    @Option(names = "--walks", description = "how many walks run at once")
    private int walks = 10_000;

    @Option(names = "--calls", description = "calls in each list")
    private int calls = 100;

    @Option(names = "--page-size", description = "rows in each page")
    private int pageSize = 50;

    @Option(names = "--latency", description = "milliseconds before each response")
    private int latency = 200;

    @Option(names = "--platform-threads", description = "use platform threads instead, for comparison")
    private boolean platformThreads;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the benchmark. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ManyWalks());
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ReflectiveOperationException {
        Optional<ThreadFactory> virtual = platformThreads ? Optional.empty() : Optional.of(virtualThreads());
        ClientOptions options = virtual.map(factory ->
                        ClientOptions.builder().threadFactory(factory).build())
                .orElseGet(ClientOptions::defaults);
        ListShape shape = ListShape.BIRD;
        try (ServerProcess server = ServerProcess.start(new WalkSetting(shape, calls, latency, false));
                CallLister lister = shape.lister(server.base(), options)) {
            int idle = ManagementFactory.getThreadMXBean().getThreadCount();
            ManagementFactory.getThreadMXBean().resetPeakThreadCount();
            LongAdder read = new LongAdder();
            long start = System.nanoTime();
            runAll(virtual.orElse(Thread::new), () -> read.add(read(lister, shape)));
            long millis = (System.nanoTime() - start) / 1_000_000;
            int most = ManagementFactory.getThreadMXBean().getPeakThreadCount();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d walks, %d of %d calls, %d ms, at most %d platform threads, %d before%n",
                            walks, read.sum(), (long) walks * calls, millis, most, idle);
            return read.sum() == (long) walks * calls ? 0 : 1;
        }
    }

    private void runAll(ThreadFactory threads, Runnable walk) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(walks);
        for (int i = 0; i < walks; i++) {
            threads.newThread(() -> {
                        try {
                            walk.run();
                        } finally {
                            ended.countDown();
                        }
                    })
                    .start();
        }
        ended.await();
    }

    private long read(CallLister lister, ListShape shape) {
        long count = 0;
        try (CallIterator walk = lister.list(
                        shape.query().toBuilder().pageSize(pageSize).build())
                .iterator()) {
            while (walk.hasNext()) {
                Call call = walk.next();
                count += call.id().isEmpty() ? 0 : 1;
            }
        }
        return count;
    }

    /** Creates virtual threads by reflection, because this module is compiled for Java 17. */
    private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        Class<?> builderType = Class.forName("java.lang.Thread$Builder");
        return (ThreadFactory) builderType.getMethod("factory").invoke(builder);
    }
}
