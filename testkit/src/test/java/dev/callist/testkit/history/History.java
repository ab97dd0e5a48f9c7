package dev.callist.testkit.history;

import dev.callist.CallDirection;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import dev.callist.testkit.history.ServerHabits.Total;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What a seed determines: the list, its changes, its server and its readers.
 *
 * @param seed where all of it comes from
 * @param calls how many rows the list has at first
 * @param order how they run
 * @param spacing the most seconds between two of them
 * @param query the query of the readers
 * @param readAhead pages
 * @param concurrency requests
 * @param habits how the server answers
 * @param moods what happens
 * @param faults how many requests in a hundred meet one
 */
record History(
        long seed,
        int calls,
        Order order,
        int spacing,
        CallQuery query,
        int readAhead,
        int concurrency,
        ServerHabits habits,
        Set<Mood> moods,
        int faults) {
    /** The server's time of the first request. */
    static final Instant START = Instant.parse("2026-03-01T23:59:40Z");

    static final List<CallStatus> STATUSES =
            List.of(CallStatus.COMPLETED, CallStatus.NO_ANSWER, CallStatus.IN_PROGRESS);
    static final int LONGEST = 90;

    private static final int MAX_CALLS = 40;
    private static final int LARGEST_PAGE = 10;
    private static final int[] SPACINGS = {0, 1, 1, 2, 40, 40_000};
    private static final Set<Mood> MOVING =
            EnumSet.of(Mood.ARRIVALS, Mood.LATE_CALLS, Mood.DELETIONS, Mood.UPDATES, Mood.EMPTY_PAGES);
    private static final int[] FAULTS = {0, 0, 0, 10, 25, 50};
    private static final int MOVEMENTS = 1 << 22;
    private static final Duration SHORT_DELAY = Duration.ofMinutes(4);
    private static final Duration LONGEST_DELAY = Duration.ofHours(6);

    /** The moods in which nothing happens that a reader may have to doubt. */
    private static final Set<Mood> PLAIN =
            EnumSet.of(Mood.ARRIVALS, Mood.UPDATES, Mood.STRICT, Mood.STOPS, Mood.ENDS_AT_STOP, Mood.NO_DATE);

    private static final List<Order> OTHER_ORDERS =
            List.of(Order.OLDEST_FIRST, Order.SHUFFLED, Order.LATEST_START_FIRST);
    private static final List<Total> TOTALS = List.of(Total.RIGHT, Total.MISSING, Total.WRONG);

    /** The movements that every list can have. */
    private static final Set<Mood> MOVEMENTS_OF_ALL = EnumSet.of(
            Mood.UNDATED_ROWS,
            Mood.OTHER_ORDER,
            Mood.RETIMED_ROWS,
            Mood.MOVED_ROWS,
            Mood.UNDATED_PAGE_ONE,
            Mood.ALL_UNDATED,
            Mood.TIES,
            Mood.DATE_SKEW,
            Mood.STOP_DELETIONS);

    /** Movements that matter most when others happen as well. */
    private static final Map<Mood, Set<Mood>> COMPANIONS = Map.of(
            Mood.EXPIRY_AT_RESUME, EnumSet.of(Mood.TIES, Mood.STOP_DELETIONS),
            Mood.SPLITS, EnumSet.of(Mood.OTHER_ORDER),
            Mood.TIES, EnumSet.of(Mood.STOP_DELETIONS, Mood.ARRIVALS));

    /** How a list runs. */
    enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST,
        SHUFFLED,
        /** By the time at which a call began, the latest first. */
        LATEST_START_FIRST
    }

    /**
     * What may happen in a history, with the percentage of histories in which it does. Those without a percentage are
     * movements: half of the histories have one to three of them.
     */
    enum Mood {
        ARRIVALS(55),
        LATE_CALLS(20),
        DELETIONS(30),
        UPDATES(30),
        BROKEN_ROWS(8),
        UNDATED_ROWS(8),
        CALLS_TWICE(8),
        REPEATED_PAGES(12),
        SHORT_PAGES(15),
        EMPTY_PAGES(15),
        EXPIRY(4),
        STRICT(15),
        STOPS(45),
        ENDS_AT_STOP(15),
        NO_DATE(15),
        OTHER_ORDER(0),
        RETIMED_ROWS(0),
        MOVED_ROWS(0),
        UNDATED_PAGE_ONE(0),
        ALL_UNDATED(0),
        TIES(0),
        SQL_NULLS(0),
        MIN_ROWS(0),
        FILTERED_PAGES(0),
        LAGGING_TOTAL(0),
        /** Only the first answer has a total. */
        LOST_TOTAL(0),
        DATE_SKEW(0),
        ZONELESS(0),
        STOP_DELETIONS(0),
        EXPIRY_AT_RESUME(0),
        REPEATED_TOKENS(0),
        SPLITS(0);

        private final int share;

        Mood(int share) {
            this.share = share;
        }
    }

    /**
     * The history of a seed.
     *
     * @param splittable a query that can be split by time, for histories that do so
     */
    static History of(long seed, HistoryProtocol protocol, CallQuery splittable) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Mood> moods = EnumSet.noneOf(Mood.class);
        if (random.nextInt(10) > 0) {
            Arrays.stream(Mood.values())
                    .filter(mood -> mood.share > 0)
                    .filter(mood -> random.nextInt(100) < mood.share)
                    .forEach(moods::add);
        }
        int spacing = SPACINGS[random.nextInt(SPACINGS.length)];
        int dice = random.nextInt(16);
        Order other = dice == 0 ? Order.SHUFFLED : dice < 3 ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
        SplittableRandom further = new SplittableRandom(seed + MOVEMENTS);
        addMovements(moods, protocol.movements(), further);
        spacing = moods.contains(Mood.SPLITS) ? SPACINGS[SPACINGS.length - 1 - further.nextInt(2)] : spacing;
        int fewestRows = moods.stream().anyMatch(MOVING::contains) ? 2 : 1;
        Order usual = protocol.countsRows() && spacing > 0 ? other : Order.NEWEST_FIRST;
        int calls = random.nextInt(MAX_CALLS + 1);
        CallQuery query = adapted(query(random, spacing), moods, splittable);
        int readAhead = random.nextInt(4);
        int concurrency = random.nextBoolean() ? 1 : 1 + random.nextInt(8);
        int mostRows = random.nextInt(3) == 0 ? fewestRows + random.nextInt(LARGEST_PAGE) : Integer.MAX_VALUE;
        Total total = TOTALS.get(random.nextInt(TOTALS.size()));
        int faults = FAULTS[random.nextInt(FAULTS.length)];
        return new History(
                seed,
                moods.contains(Mood.TIES) ? calls + MAX_CALLS : calls,
                moods.contains(Mood.OTHER_ORDER) ? OTHER_ORDERS.get(further.nextInt(OTHER_ORDERS.size())) : usual,
                spacing,
                query,
                readAhead,
                moods.contains(Mood.SPLITS) ? 2 + further.nextInt(7) : concurrency,
                ServerHabits.of(moods, mostRows, total, further),
                moods,
                faults);
    }

    /** Adds a few movements to half of the histories; some of these have no other mood that makes rows shift. */
    private static void addMovements(Set<Mood> moods, Set<Mood> own, SplittableRandom random) {
        if (random.nextBoolean()) {
            return;
        }
        if (random.nextBoolean()) {
            moods.removeIf(mood -> !PLAIN.contains(mood));
        }
        List<Mood> movements = Arrays.stream(Mood.values())
                .filter(mood -> MOVEMENTS_OF_ALL.contains(mood) || own.contains(mood))
                .toList();
        for (int i = random.nextInt(3); i >= 0; i--) {
            moods.add(movements.get(random.nextInt(movements.size())));
        }
        COMPANIONS.forEach((mood, companions) -> {
            if (moods.contains(mood)) {
                companions.stream().filter(any -> random.nextBoolean()).forEach(moods::add);
            }
        });
        if (moods.contains(Mood.STOP_DELETIONS) || moods.contains(Mood.EXPIRY_AT_RESUME)) {
            moods.add(Mood.STOPS);
        }
    }

    /** A query with the filters that these moods need. */
    private static CallQuery adapted(CallQuery query, Set<Mood> moods, CallQuery splittable) {
        CallQueryBuilder adapted = query.toBuilder();
        if (moods.contains(Mood.FILTERED_PAGES)) {
            adapted.direction(CallDirection.OUTBOUND);
        }
        if (moods.contains(Mood.SPLITS)) {
            adapted.createdFrom(query.createdFrom().or(splittable::createdFrom))
                    .providerFilters(splittable.providerFilters());
        }
        return adapted.build();
    }

    /** This history with nothing in it that a reader may have to doubt. */
    History asPlain() {
        Set<Mood> plain = EnumSet.copyOf(moods);
        plain.retainAll(PLAIN);
        return new History(
                seed,
                calls,
                Order.NEWEST_FIRST,
                spacing,
                query,
                readAhead,
                concurrency,
                ServerHabits.PLAIN,
                plain,
                faults);
    }

    /** This history read with another query. */
    History withQuery(CallQuery other) {
        return new History(seed, calls, order, spacing, other, readAhead, concurrency, habits, moods, faults);
    }

    private static CallQuery query(SplittableRandom random, int spacing) {
        CallQueryBuilder query =
                CallQuery.builder().pageSize(1 + Math.max(random.nextInt(LARGEST_PAGE), random.nextInt(LARGEST_PAGE)));
        switch (random.nextInt(12)) {
            case 0 -> query.direction(CallDirection.OUTBOUND);
            case 1 -> query.addStatuses(CallStatus.COMPLETED);
            case 2 -> query.addStatuses(CallStatus.COMPLETED, CallStatus.NO_ANSWER);
            case 3 -> query.minDuration(Duration.ofSeconds(LONGEST / 3));
            case 4 -> query.maxDuration(Duration.ofSeconds(LONGEST / 2));
            case 5 -> query.createdFrom(START.minusSeconds(random.nextInt(20) * (spacing / 2 + 1L)));
            case 6 -> query.createdBefore(START.minusSeconds(random.nextInt(20) * (spacing / 2 + 1L)));
            case 7 ->
                query.createdFrom(START.minusSeconds(14 * (spacing / 2 + 1L)))
                        .createdBefore(START.plusSeconds(random.nextInt(30)));
            default -> {}
        }
        return query.build();
    }

    boolean has(Mood mood) {
        return moods.contains(mood);
    }

    /** How long after it was made a call may begin. */
    Duration longestDelay() {
        boolean isLong = order == Order.LATEST_START_FIRST;
        Duration usual = Duration.ofSeconds(isLong ? 4L * spacing + 2 : spacing / 8);
        Duration longest = isLong ? LONGEST_DELAY : SHORT_DELAY;
        return usual.compareTo(longest) < 0 ? usual : longest;
    }

    /** Whether calls only arrive at the top and change in their place, and the server does nothing odd. */
    boolean isPlain() {
        return PLAIN.containsAll(moods)
                && !isMovedWithin()
                && order == Order.NEWEST_FIRST
                && (habits.total() == Total.RIGHT || habits.total() == Total.MISSING);
    }

    /**
     * Whether a page of the list may have fewer rows than the list has there, or rows that have changed their place.
     */
    boolean isOdd() {
        return moods.stream().anyMatch(mood -> mood.share == 0 && mood != Mood.SPLITS)
                || habits.total() == Total.WRONG
                || habits.total() == Total.LAGGING;
    }

    /** Whether rows can arrive or vanish elsewhere than at the top. */
    boolean isMovedWithin() {
        boolean leavesByUpdate = !query.statuses().isEmpty()
                || query.minDuration().isPresent()
                || query.maxDuration().isPresent();
        return has(Mood.DELETIONS)
                || has(Mood.STOP_DELETIONS)
                || has(Mood.LATE_CALLS)
                || has(Mood.RETIMED_ROWS)
                || has(Mood.MOVED_ROWS)
                || (has(Mood.UPDATES) && leavesByUpdate);
    }

    /** A random source for what happens at a request, whichever thread made it. */
    SplittableRandom at(int request) {
        return new SplittableRandom(seed * 1_000_003 + request);
    }
}
