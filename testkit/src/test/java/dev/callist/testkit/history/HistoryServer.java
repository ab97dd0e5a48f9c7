package dev.callist.testkit.history;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.history.History.Mood;
import dev.callist.testkit.internal.server.RequestHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;

/**
 * The server of a history. It handles one request at a time, so that what happens depends only on the request's number.
 */
final class HistoryServer implements RequestHandler {
    static final int MAX_REQUESTS = 2000;

    private static final int MAX_EVENTS = 4 * MAX_REQUESTS;
    private static final int MOODS = 1 << 20;
    private static final int LONGEST_STEP = 3;

    private final History history;
    private final HistoryProtocol protocol;
    private final int idBase;
    private final ChangingList list;
    private final HistoryEvents events;
    private final List<List<Object>> trace = new ArrayList<>();
    private final Map<Integer, Instant> shown = new LinkedHashMap<>();
    private final Map<Integer, Consumer<ChangingList>> changes = new HashMap<>();
    private final Map<Integer, Integer> cuts = new HashMap<>();
    private Instant now = History.START;
    private List<ListedCall> given = List.of();
    private int requests;
    private int lastExpired;

    /** The server of a history; the ids of its calls are greater than this one. */
    HistoryServer(History history, HistoryProtocol protocol, int idBase) {
        this.history = history;
        this.protocol = protocol;
        this.idBase = idBase;
        this.list = new ChangingList(history.query(), idBase);
        this.events = new HistoryEvents(history, list);
        events.begin();
    }

    @Override
    public synchronized MockResponse answer(SandboxRequest arrived) throws IOException {
        SplittableRandom random = history.at(MOODS + ++requests);
        now = now.plusSeconds(random.nextInt(LONGEST_STEP));
        String happened = events.before(requests, now);
        changes.getOrDefault(requests, any -> {}).accept(list);
        if (requests == 1) {
            list.watch();
        }
        note("#", requests, happened, " ", arrived.target(), " ", arrived.body());
        given = List.of();
        MockResponse.Builder answer = truth(arrived, random);
        if (HistoryFaults.hits(history, requests, random)) {
            note("  fault");
            return HistoryFaults.spoiled(answer, random);
        }
        given.stream().filter(ListedCall::isDated).forEach(row -> shown.putIfAbsent(row.call(), row.at()));
        return answer.build();
    }

    private MockResponse.Builder truth(SandboxRequest request, SplittableRandom random) {
        if (requests > MAX_REQUESTS) {
            return new MockResponse.Builder().code(418);
        }
        ListSnapshot snapshot = new ListSnapshot(
                history, list, requests, lastExpired, cuts.getOrDefault(requests, Integer.MAX_VALUE), random);
        if (protocol.holdsToken(request) && history.has(Mood.EXPIRY) && requests > 2 + history.seed() % 7) {
            note("  the cursor has expired");
            return new MockResponse.Builder().code(snapshot.refusal());
        }
        HistoryProtocol.Given page = protocol.answer(request, snapshot);
        given = page.rows();
        events.given(given);
        note("  ", given);
        return history.has(Mood.NO_DATE)
                ? page.answer()
                : page.answer()
                        .setHeader(
                                "Date",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        now.plus(history.habits().dateSkew()).atOffset(ZoneOffset.UTC)));
    }

    /** Changes the list before a request. */
    synchronized HistoryServer before(int request, Consumer<ChangingList> change) {
        changes.put(request, change);
        return this;
    }

    /** Shows only the first rows of the page of a request, if the list counts its rows. */
    synchronized HistoryServer cut(int request, int rows) {
        cuts.put(request, rows);
        return this;
    }

    /** Refuses all tokens issued so far. */
    synchronized void expireTokens() {
        lastExpired = requests;
    }

    /** A reader has stopped after these calls. */
    synchronized void stopped(List<Integer> handedOver, int stops) {
        String happened = events.stopped(handedOver, stops);
        note("stopped", happened);
        if (history.has(Mood.EXPIRY_AT_RESUME) && (history.seed() + stops) % 2 == 0) {
            note("  all tokens have expired");
            expireTokens();
        }
    }

    /** The client's clock, which may be wrong. */
    synchronized Instant clientNow() {
        return now.plus(Duration.ofHours(history.seed() % 3 - 1));
    }

    synchronized int requests() {
        return requests;
    }

    /**
     * The creation times of the calls returned so far, in the order in which they were first returned, except those
     * without a time. A response that a fault has corrupted returns nothing.
     */
    synchronized List<Instant> shown() {
        return List.copyOf(shown.values());
    }

    /** The ids of all calls are greater. */
    int idBase() {
        return idBase;
    }

    HistoryProtocol protocol() {
        return protocol;
    }

    History history() {
        return history;
    }

    ChangingList list() {
        return list;
    }

    /** Logs an event. */
    synchronized void note(Object... parts) {
        if (trace.size() < MAX_EVENTS) {
            trace.add(List.of(parts));
        }
    }

    synchronized String trace() {
        return trace.stream()
                .map(parts -> parts.stream().map(String::valueOf).collect(Collectors.joining()))
                .collect(Collectors.joining("\n  "));
    }
}
