package dev.callist.testkit.history;

import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ListingReport.Completeness;
import dev.callist.MergedCalls;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many histories, a few at a time: each spends most of its time waiting for other threads. */
final class HistoryRun {
    private static final int AT_ONCE = 4;
    private static final int MAX_COMPLAINTS = Integer.getInteger("callist.complaints", 20);
    private static final int MAX_TRACES = 3;
    private static final int MAX_LISTS = 3;
    private static final int ONE_PLAIN_IN = 9;
    private static final int ID_STEP = 10_000;

    private final HistoryProtocol protocol;
    private final CallQuery splittable;
    private final BiFunction<URI, ClientOptions, CallLister> make;
    private final boolean isMerged;
    private final AtomicLong next = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private final HistoryCounts counts = new HistoryCounts();
    private final List<String> complaints = new ArrayList<>();

    /**
     * A run.
     *
     * @param splittable a query that can be split by time
     * @param make makes a lister for a base URL
     * @param isMerged whether two or three lists are read as one
     */
    HistoryRun(
            HistoryProtocol protocol,
            CallQuery splittable,
            BiFunction<URI, ClientOptions, CallLister> make,
            boolean isMerged) {
        this.protocol = protocol;
        this.splittable = splittable;
        this.make = make;
        this.isMerged = isMerged;
    }

    /** Reads the histories from one seed to another, exclusive, or stops after enough violations. */
    void run(long first, long end) throws InterruptedException {
        next.set(first);
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Thread reader = new Thread(() -> readUpTo(end), "history-" + i);
            reader.start();
            readers.add(reader);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        System.getLogger(HistoryRun.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0}{1}: {2} requests, {3}",
                        protocol.getClass().getSimpleName(),
                        isMerged ? ", merged" : "",
                        requests,
                        counts);
    }

    HistoryCounts counts() {
        return counts;
    }

    /** The violations, with their seeds. */
    synchronized String complaints() {
        return String.join("\n", complaints);
    }

    private void readUpTo(long end) {
        List<HistoryListers> listers = IntStream.rangeClosed(1, isMerged ? MAX_LISTS : 1)
                .mapToObj(host -> URI.create("http://127.0.0." + host + ":8080"))
                .map(url -> new HistoryListers(options -> make.apply(url, options)))
                .toList();
        try {
            for (long seed = next.getAndIncrement(); seed < end && !isEnough(); seed = next.getAndIncrement()) {
                read(seed, listers);
            }
        } catch (RuntimeException | Error e) {
            complain("a reader failed: " + e, "");
            throw e;
        } finally {
            listers.forEach(HistoryListers::close);
        }
    }

    private void read(long seed, List<HistoryListers> listers) {
        List<HistoryServer> servers = servers(seed);
        HistoryResult result = new HistoryWalk(servers, () -> lister(seed, servers, listers)).read();
        List<String> found = new ArrayList<>(result.complaints());
        for (HistoryServer server : servers) {
            int id = server.idBase();
            HistoryResult own = result.only(call -> call > id && call < id + ID_STEP);
            found.addAll(HistoryOracle.complaints(server, own));
            requests.addAndGet(server.requests());
        }
        boolean mustBeComplete = servers.stream().allMatch(HistoryOracle::mustBeComplete);
        boolean isSkipped = skips(seed) && result.report().completeness() == Completeness.INCOMPLETE;
        if (mustBeComplete && result.isFinished() && !result.isComplete() && !isSkipped) {
            found.add("did not say COMPLETE");
        }
        counts.add(servers.stream().map(HistoryServer::history).toList(), result, mustBeComplete);
        if (!found.isEmpty()) {
            List<History> histories =
                    servers.stream().map(HistoryServer::history).toList();
            complain(
                    "seed " + seed + ": " + found + " in " + histories,
                    servers.stream().map(HistoryServer::trace).collect(Collectors.joining("\n\n  ")));
        }
    }

    /** The servers of a seed's list, or of its two or three lists, all read with one query. */
    private List<HistoryServer> servers(long seed) {
        History first = History.of(seed, protocol, splittable);
        if (!isMerged) {
            return List.of(new HistoryServer(first, protocol, 0));
        }
        boolean isPlain = seed % ONE_PLAIN_IN == 0;
        return IntStream.range(0, 2 + (int) (seed % (MAX_LISTS - 1)))
                .mapToObj(list -> {
                    History own = History.of(seed + (long) list * Integer.MAX_VALUE, protocol, splittable)
                            .withQuery(first.query());
                    return new HistoryServer(isPlain ? own.asPlain() : own, protocol, list * ID_STEP);
                })
                .toList();
    }

    /** A lister of all lists, none of which was used recently; every other one skips a list that fails. */
    private CallLister lister(long seed, List<HistoryServer> servers, List<HistoryListers> listers) {
        List<CallLister> all = IntStream.range(0, servers.size())
                .mapToObj(list -> listers.get(list).next(servers.get(list)))
                .toList();
        if (!isMerged) {
            return all.get(0);
        }
        MergedCalls merged = CallListers.merged(all);
        return skips(seed) ? merged.skippingFailures() : merged;
    }

    /** Whether a list that fails is skipped. */
    private boolean skips(long seed) {
        return isMerged && seed / 2 % 2 == 1;
    }

    private synchronized void complain(String complaint, String trace) {
        complaints.add(complaint + (complaints.size() < MAX_TRACES ? "\n  " + trace : ""));
    }

    private synchronized boolean isEnough() {
        return complaints.size() >= MAX_COMPLAINTS;
    }
}
