package dev.callist.testkit;

import dev.callist.testkit.internal.calls.FixedCalls;
import dev.callist.testkit.internal.calls.ListedCalls;
import dev.callist.testkit.internal.calls.SandboxTimes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A list counted in rows that changes from request to request, newest first. Thread-safe. */
public final class ShiftingList {
    private final Supplier<ListedCalls> source;
    private final Map<Integer, Integer> arrivals = new HashMap<>();
    private final Map<Integer, Integer> vanishings = new HashMap<>();
    private int mostRows = Integer.MAX_VALUE;
    private boolean ignoresPlaces;
    private IntBinaryOperator order = (row, total) -> row;
    private Optional<Selection> knownFor = Optional.empty();
    private int[] known = {};

    public ShiftingList(int calls) {
        this(FixedCalls.source(calls));
    }

    /** A list of the calls that a source has at each request. */
    ShiftingList(Supplier<ListedCalls> source) {
        this.source = source;
    }

    /** Rows of a list, and how many it has in all. */
    public record Page(List<SandboxCall> rows, int total) {}

    /** What rows are selected from, and by what. */
    private record Selection(ListedCalls listed, int arrived, List<Integer> gone, String filters) {}

    public int calls() {
        return source.get().count();
    }

    /** Adds calls at a request; not available if the calls change over time. */
    public synchronized void arriveOn(int request, int count) {
        if (!source.get().isWhole()) {
            throw new IllegalStateException("the calls of this sandbox arrive as time passes");
        }
        arrivals.merge(numbered(request), count, Integer::sum);
    }

    public synchronized void vanishOn(int request, int index) {
        vanishings.put(index, numbered(request));
    }

    public synchronized void clampTo(int rows) {
        mostRows = rows;
    }

    public synchronized void ignorePlaces() {
        ignoresPlaces = true;
    }

    /** Sets the order: maps a row of the list and the number of rows to the same row counted newest first. */
    public synchronized void order(IntBinaryOperator rows) {
        order = rows;
    }

    /** How many rows a page has when this limit is requested. */
    public synchronized int clamped(int limit) {
        return Math.min(limit, mostRows);
    }

    /**
     * Rows from a start on.
     *
     * @param filters a name for the filters, so that their rows are searched once; empty without filters
     */
    public synchronized Page page(int request, String filters, Predicate<SandboxCall> wants, long start, int limit) {
        ListedCalls listed = source.get();
        long first = ignoresPlaces ? 0 : start;
        int arrived = arrived(request);
        boolean isWhole = filters.isEmpty() && vanishings.isEmpty() && listed.isWhole();
        int[] rows = isWhole ? new int[0] : rows(new Selection(listed, arrived, gone(request), filters), wants);
        int total = isWhole ? listed.places() + arrived : rows.length;
        int from = (int) Math.min(first, total);
        int end = (int) Math.min((long) from + limit, total);
        List<SandboxCall> page = IntStream.range(from, end)
                .map(row -> order.applyAsInt(row, total))
                .mapToObj(row -> call(listed, arrived, isWhole ? row : rows[row]))
                .flatMap(Optional::stream)
                .toList();
        return new Page(page, total);
    }

    /** The rows of the whole list that are selected. */
    private int[] rows(Selection selection, Predicate<SandboxCall> wants) {
        if (!knownFor.equals(Optional.of(selection))) {
            ListedCalls listed = selection.listed;
            int arrived = selection.arrived;
            known = IntStream.range(0, listed.places() + arrived)
                    .filter(row -> call(listed, arrived, row)
                            .filter(call -> !selection.gone.contains(call.index()) && wants.test(call))
                            .isPresent())
                    .toArray();
            knownFor = Optional.of(selection);
        }
        return known;
    }

    private List<Integer> gone(int request) {
        return vanishings.entrySet().stream()
                .filter(vanishing -> vanishing.getValue() <= request)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private int arrived(int request) {
        return arrivals.entrySet().stream()
                .filter(arrival -> arrival.getKey() <= request)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The call in a row of the whole list: first those that have arrived, the last one at the top. */
    private static Optional<SandboxCall> call(ListedCalls listed, int arrived, int row) {
        if (row >= arrived) {
            return listed.at(row - arrived);
        }
        int number = arrived - row;
        Instant created = SandboxTimes.createdAt(0).plusSeconds(number);
        return Optional.of(SandboxCall.at(listed.places() + number - 1).movedTo(created));
    }

    private static int numbered(int request) {
        if (request < 1) {
            throw new IllegalArgumentException("requests are numbered from 1");
        }
        return request;
    }
}
