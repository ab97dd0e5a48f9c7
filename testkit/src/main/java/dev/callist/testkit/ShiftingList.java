package dev.callist.testkit;

import dev.callist.testkit.internal.calls.SandboxCalls;
import dev.callist.testkit.internal.calls.SandboxTimes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A list counted in rows that changes from request to request, newest first. Thread-safe. */
public final class ShiftingList {
    private final int calls;
    private final Map<Integer, Integer> arrivals = new HashMap<>();
    private final Map<Integer, Integer> vanishings = new HashMap<>();
    private int mostRows = Integer.MAX_VALUE;
    private boolean ignoresPlaces;
    private IntBinaryOperator order = (row, total) -> row;
    private String knownFor = "";
    private int[] known = {};

    public ShiftingList(int calls) {
        this.calls = SandboxCalls.checkedCount(calls);
    }

    /** Rows of a list, and how many it has in all. */
    public record Page(List<SandboxCall> rows, int total) {}

    public int calls() {
        return calls;
    }

    public synchronized void arriveOn(int request, int count) {
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
        long first = ignoresPlaces ? 0 : start;
        int arrived = arrived(request);
        boolean isWhole = filters.isEmpty() && vanishings.isEmpty();
        int[] rows = isWhole ? new int[0] : rows(request, arrived, filters, wants);
        int total = isWhole ? calls + arrived : rows.length;
        int from = (int) Math.min(first, total);
        int end = (int) Math.min((long) from + limit, total);
        List<SandboxCall> page = IntStream.range(from, end)
                .map(row -> order.applyAsInt(row, total))
                .mapToObj(row -> call(isWhole ? index(row, arrived) : rows[row]))
                .toList();
        return new Page(page, total);
    }

    private int[] rows(int request, int arrived, String filters, Predicate<SandboxCall> wants) {
        List<Integer> gone = vanishings.entrySet().stream()
                .filter(vanishing -> vanishing.getValue() <= request)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        String name = arrived + " " + gone + " " + filters;
        if (!name.equals(knownFor)) {
            known = IntStream.range(0, calls + arrived)
                    .map(row -> index(row, arrived))
                    .filter(index -> !gone.contains(index) && wants.test(call(index)))
                    .toArray();
            knownFor = name;
        }
        return known;
    }

    private int arrived(int request) {
        return arrivals.entrySet().stream()
                .filter(arrival -> arrival.getKey() <= request)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private int index(int row, int arrived) {
        return row < arrived ? calls + arrived - 1 - row : row - arrived;
    }

    private SandboxCall call(int index) {
        Instant newest = SandboxTimes.createdAt(0);
        SandboxCall call = SandboxCall.at(index);
        return index < calls ? call : call.movedTo(newest.plusSeconds(index - calls + 1L));
    }

    private static int numbered(int request) {
        if (request < 1) {
            throw new IllegalArgumentException("requests are numbered from 1");
        }
        return request;
    }
}
