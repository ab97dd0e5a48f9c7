package dev.callist.testkit.history;

import dev.callist.CallDirection;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
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
 * @param mostRows what the server gives at once
 * @param moods what happens
 * @param total what the server says of the number of rows
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
        int mostRows,
        Set<Mood> moods,
        Total total,
        int faults) {
    /** The server's time of the first request. */
    static final Instant START = Instant.parse("2026-03-01T23:59:40Z");

    static final List<CallStatus> STATUSES =
            List.of(CallStatus.COMPLETED, CallStatus.NO_ANSWER, CallStatus.IN_PROGRESS);
    static final int LONGEST = 90;

    private static final int MOST_CALLS = 40;
    private static final int LARGEST_PAGE = 10;
    private static final int[] SPACINGS = {0, 1, 1, 2, 40, 40_000};
    private static final Set<Mood> MOVING =
            EnumSet.of(Mood.ARRIVALS, Mood.LATE_CALLS, Mood.DELETIONS, Mood.UPDATES, Mood.EMPTY_PAGES);
    private static final int[] FAULTS = {0, 0, 0, 10, 25, 50};

    /** How a list runs. */
    enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST,
        SHUFFLED
    }

    /** What may happen in a history, with the percentage of histories in which it does. */
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
        NO_DATE(15);

        private final int share;

        Mood(int share) {
            this.share = share;
        }
    }

    /** How a server reports the number of rows. */
    enum Total {
        RIGHT,
        MISSING,
        WRONG
    }

    static History of(long seed, boolean countsRows) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Mood> moods = EnumSet.noneOf(Mood.class);
        if (random.nextInt(10) > 0) {
            Arrays.stream(Mood.values())
                    .filter(mood -> random.nextInt(100) < mood.share)
                    .forEach(moods::add);
        }
        int spacing = SPACINGS[random.nextInt(SPACINGS.length)];
        int dice = random.nextInt(16);
        Order other = dice == 0 ? Order.SHUFFLED : dice < 3 ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
        int fewestRows = moods.stream().anyMatch(MOVING::contains) ? 2 : 1;
        return new History(
                seed,
                random.nextInt(MOST_CALLS + 1),
                countsRows && spacing > 0 ? other : Order.NEWEST_FIRST,
                spacing,
                query(random, spacing),
                random.nextInt(4),
                random.nextBoolean() ? 1 : 1 + random.nextInt(8),
                random.nextInt(3) == 0 ? fewestRows + random.nextInt(LARGEST_PAGE) : Integer.MAX_VALUE,
                moods,
                Total.values()[random.nextInt(3)],
                FAULTS[random.nextInt(FAULTS.length)]);
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

    /** Whether rows can arrive or vanish elsewhere than at the top. */
    boolean isMovedWithin() {
        boolean leavesByUpdate = !query.statuses().isEmpty()
                || query.minDuration().isPresent()
                || query.maxDuration().isPresent();
        return has(Mood.DELETIONS) || has(Mood.LATE_CALLS) || (has(Mood.UPDATES) && leavesByUpdate);
    }

    /** A random source for what happens at a request, whichever thread made it. */
    SplittableRandom at(int request) {
        return new SplittableRandom(seed * 1_000_003 + request);
    }
}
