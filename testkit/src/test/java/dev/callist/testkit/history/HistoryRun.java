package dev.callist.testkit.history;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Many histories, a few at a time: each spends most of its time waiting for other threads. */
final class HistoryRun {
    private static final int AT_ONCE = 4;
    private static final int MOST_COMPLAINTS = 20;
    private static final int MOST_TRACES = 3;

    private final HistoryProtocol protocol;
    private final Function<ClientOptions, CallLister> make;
    private final AtomicLong next;
    private final long end;
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> complaints = new ArrayList<>();

    HistoryRun(HistoryProtocol protocol, Function<ClientOptions, CallLister> make, long first, long end) {
        this.protocol = protocol;
        this.make = make;
        this.next = new AtomicLong(first);
        this.end = end;
    }

    /** Reads all histories, or stops after enough violations. */
    void run() throws InterruptedException {
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Thread reader = new Thread(this::readOn, "history-" + i);
            reader.start();
            readers.add(reader);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        System.getLogger(HistoryRun.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0}: {1} of {2} histories COMPLETE, {3} requests",
                        protocol.getClass().getSimpleName(),
                        complete,
                        read,
                        requests);
    }

    int histories() {
        return read.get();
    }

    int percentComplete() {
        return complete.get() * 100 / Math.max(1, read.get());
    }

    /** The violations, with their seeds. */
    synchronized String complaints() {
        return String.join("\n", complaints);
    }

    private void readOn() {
        try (HistoryListers listers = new HistoryListers(make)) {
            for (long seed = next.getAndIncrement(); seed < end && !isEnough(); seed = next.getAndIncrement()) {
                read(seed, listers);
            }
        } catch (RuntimeException | Error e) {
            complain("a reader failed: " + e, "");
            throw e;
        }
    }

    private void read(long seed, HistoryListers listers) {
        History history = History.of(seed, protocol.countsRows());
        HistoryServer server = new HistoryServer(history, protocol);
        HistoryResult result = new HistoryWalk(history, server, listers).read();
        read.incrementAndGet();
        complete.addAndGet(result.isComplete() ? 1 : 0);
        requests.addAndGet(server.requests());
        List<String> found = HistoryOracle.complaints(history, server, result);
        if (!found.isEmpty()) {
            complain(found + " in " + history, server.trace());
        }
    }

    private synchronized void complain(String complaint, String trace) {
        complaints.add(complaint + (complaints.size() < MOST_TRACES ? "\n  " + trace : ""));
    }

    private synchronized boolean isEnough() {
        return complaints.size() >= MOST_COMPLAINTS;
    }
}
