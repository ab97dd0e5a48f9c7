package dev.callist.testkit.history;

import dev.callist.CallStatus;
import dev.callist.testkit.history.History.Mood;
import dev.callist.testkit.history.History.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Creates a history's list, and changes it between requests. */
final class HistoryEvents {
    private static final int LAST_EVENT = 50;
    private static final int MIN_TIED = 25;
    private static final int TIED_WITHIN = 10;
    private static final int MAX_VANISHING = 20;
    private static final int STOPS = -1;
    private static final long DELAY_FACTOR = 7919;

    private final History history;
    private final ChangingList list;
    private List<ListedCall> lastGiven = List.of();

    HistoryEvents(History history, ChangingList list) {
        this.history = history;
        this.list = list;
    }

    /** Makes the list. */
    void begin() {
        SplittableRandom random = history.at(0);
        Instant at = History.START.minusSeconds(random.nextInt(3));
        int tied = history.has(Mood.TIES) ? MIN_TIED + random.nextInt(MIN_TIED) : 0;
        int firstTied = random.nextInt(TIED_WITHIN);
        List<ListedCall> rows = new ArrayList<>();
        for (int i = 0; i < history.calls(); i++) {
            rows.add(fresh(at, random));
            boolean isTied = i >= firstTied && i < firstTied + tied;
            at = at.minusSeconds(isTied ? 0 : random.nextInt(history.spacing() + 1));
        }
        switch (history.order()) {
            case NEWEST_FIRST -> {}
            case OLDEST_FIRST -> Collections.reverse(rows);
            case SHUFFLED -> Collections.shuffle(rows, new Random(history.seed()));
            case LATEST_START_FIRST ->
                rows.sort(Comparator.comparing(ListedCall::start).reversed());
        }
        int undated =
                history.has(Mood.UNDATED_PAGE_ONE) ? history.query().pageSize().orElse(0) : 0;
        for (int i = 0; i < Math.min(undated, rows.size()); i++) {
            rows.set(i, rows.get(i).undated());
        }
        rows.forEach(row -> list.add(list.rows().size(), row));
        for (int i = random.nextInt(4); i > 0 && history.has(Mood.CALLS_TWICE) && !rows.isEmpty(); i--) {
            int index = random.nextInt(list.rows().size());
            ListedCall twice = list.rows().get(index).withKey(list.newKey());
            int below = Math.min(list.rows().size(), index + 1 + random.nextInt(12));
            list.add(below, twice);
        }
    }

    void given(List<ListedCall> rows) {
        lastGiven = List.copyOf(rows);
    }

    /** Changes the list before a request is answered; returns a description. */
    String before(int request, Instant now) {
        if (request == 1 || request > LAST_EVENT) {
            return "";
        }
        SplittableRandom random = history.at(request);
        StringBuilder description = new StringBuilder();
        if (history.has(Mood.ARRIVALS) && random.nextInt(100) < 25) {
            arrive(now, random, description);
        }
        if (history.has(Mood.LATE_CALLS) && random.nextInt(100) < 20) {
            addLate(random, description);
        }
        if (history.has(Mood.DELETIONS) && random.nextInt(100) < 25) {
            vanish(random, description);
        }
        if (history.has(Mood.UPDATES) && random.nextInt(100) < 40) {
            update(random, description);
        }
        if (history.has(Mood.RETIMED_ROWS) && random.nextInt(100) < 30) {
            retime(now, random, description);
        }
        if (history.has(Mood.MOVED_ROWS) && random.nextInt(100) < 30) {
            move(random, description);
        }
        return description.toString();
    }

    /** Removes the calls that a reader got last, after it has stopped; returns a description. */
    String stopped(List<Integer> handedOver, int stops) {
        SplittableRandom random = history.at(STOPS - stops);
        if (!history.has(Mood.STOP_DELETIONS) || random.nextInt(4) == 0) {
            return "";
        }
        StringBuilder description = new StringBuilder();
        int count = 1 + random.nextInt(random.nextBoolean() ? 3 : MAX_VANISHING);
        handedOver.stream()
                .skip(Math.max(0, handedOver.size() - count))
                .map(list::lastPlaceOf)
                .filter(index -> index >= 0)
                .forEach(index -> vanish(index, 1, description));
        return description.toString();
    }

    private void arrive(Instant now, SplittableRandom random, StringBuilder description) {
        boolean isBurst = history.query().pageSize().orElse(0) > 2 && random.nextInt(30) == 0;
        int count = isBurst ? 1 + random.nextInt(15) : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            ListedCall row = fresh(now, random);
            list.add(placeFor(row, random), row);
            description.append(" +").append(row);
        }
    }

    /** Where a row belongs in the list's order. */
    private int placeFor(ListedCall row, SplittableRandom random) {
        return switch (history.order()) {
            case NEWEST_FIRST -> firstAfter(other -> !other.at().isAfter(row.at()));
            case OLDEST_FIRST -> firstAfter(other -> other.at().isAfter(row.at()));
            case SHUFFLED -> random.nextInt(list.rows().size() + 1);
            case LATEST_START_FIRST -> firstAfter(other -> !other.start().isAfter(row.start()));
        };
    }

    private int firstAfter(Predicate<ListedCall> isAfter) {
        int place = 0;
        while (place < list.rows().size() && !isAfter.test(list.rows().get(place))) {
            place++;
        }
        return place;
    }

    /** Gives a call another time; it moves to where it then belongs. */
    private void retime(Instant now, SplittableRandom random, StringBuilder description) {
        int index = random.nextInt(list.rows().size() + 1);
        if (index == list.rows().size() || list.rows().get(index).isGone()) {
            return;
        }
        ListedCall row = list.rows().get(index);
        int some = 1 + random.nextInt(3 * history.spacing() + 10);
        Duration by =
                switch (random.nextInt(4)) {
                    case 0 -> Duration.between(row.at(), now);
                    case 1 -> Duration.between(row.at(), now).plusSeconds(some);
                    case 2 -> Duration.ofSeconds(some);
                    default -> Duration.ofSeconds(-some);
                };
        ListedCall retimed = row.movedBy(by);
        description.append(" retimed ").append(row).append(" by ").append(by);
        if (history.order() == Order.SHUFFLED) {
            list.retime(index, retimed);
        } else {
            list.move(index, placeFor(retimed, random), retimed);
        }
    }

    /** Moves a row up or down, mostly by a few rows. */
    private void move(SplittableRandom random, StringBuilder description) {
        int size = list.rows().size();
        int from = random.nextInt(size + 1);
        boolean isLastGiven = random.nextBoolean() && !lastGiven.isEmpty();
        if (isLastGiven) {
            from = list.indexOf(lastGiven.get(lastGiven.size() - 1).key());
        }
        if (from >= size || list.rows().get(from).isGone()) {
            return;
        }
        int by = random.nextInt(4) == 0 ? random.nextInt(2 * size) - size : random.nextInt(12) - 4;
        int together = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        moveTogether(from, Math.max(0, Math.min(size, from + by)), together, description);
    }

    /** Moves a row, and with it those that stand below it, one behind the other. */
    private void moveTogether(int from, int to, int count, StringBuilder description) {
        boolean isDown = to > from;
        int key = list.rows().get(from).key();
        int place = isDown ? Math.min(list.rows().size(), to + count - 1) : to;
        for (int i = 0; i < count; i++) {
            int index = list.indexOf(key);
            int below = index + 1;
            while (below < list.rows().size() && list.rows().get(below).isGone()) {
                below++;
            }
            key = below < list.rows().size() ? list.rows().get(below).key() : -1;
            ListedCall row = list.rows().get(index);
            description.append(" moved ").append(row).append(" to ").append(place);
            list.move(index, place, row);
            place++;
            if (key < 0 || (isDown && list.indexOf(key) >= place - 1)) {
                return;
            }
        }
    }

    /** Adds an old call next to one of the same time. */
    private void addLate(SplittableRandom random, StringBuilder description) {
        for (int i = random.nextInt(2); i >= 0 && !list.rows().isEmpty(); i--) {
            int index = random.nextInt(list.rows().size());
            ListedCall row = fresh(list.rows().get(index).at(), random);
            list.add(index, row);
            description.append(" late ").append(row).append('@').append(index);
        }
    }

    private void vanish(SplittableRandom random, StringBuilder description) {
        switch (random.nextInt(4)) {
            case 0 -> vanish(random.nextInt(list.rows().size() + 1), 1 + random.nextInt(6), description);
            case 1 -> lastGiven.forEach(row -> vanish(list.indexOf(row.key()), 1, description));
            case 2 ->
                lastGiven.stream()
                        .skip(Math.max(0, lastGiven.size() - 1 - random.nextInt(3)))
                        .forEach(row -> vanish(list.indexOf(row.key()), 1, description));
            default -> vanish(random.nextInt(list.rows().size() + 1), 1, description);
        }
    }

    private void vanish(int from, int count, StringBuilder description) {
        for (int i = from; i < Math.min(list.rows().size(), from + count); i++) {
            if (!list.rows().get(i).isGone()) {
                description.append(" -").append(list.rows().get(i));
                list.remove(i);
            }
        }
    }

    /** Updates some calls, each in all its rows. The duration of a call that has ended is final. */
    private void update(SplittableRandom random, StringBuilder description) {
        for (int i = random.nextInt(3); i >= 0 && !list.rows().isEmpty(); i--) {
            ListedCall row = list.rows().get(random.nextInt(list.rows().size()));
            if (!row.isGone()) {
                CallStatus status = status(random);
                int seconds = random.nextInt(History.LONGEST);
                boolean isOver = row.status().isFinal();
                list.updateCall(
                        row.call(),
                        isOver && !status.isFinal() ? row.status() : status,
                        isOver ? row.seconds() : seconds);
                description.append(" ~").append(row);
            }
        }
    }

    private ListedCall fresh(Instant at, SplittableRandom random) {
        int key = list.newKey();
        long delay = key * DELAY_FACTOR % (history.longestDelay().toSeconds() + 1);
        boolean isDated = !history.has(Mood.UNDATED_ROWS) || random.nextInt(3) > 0;
        return new ListedCall(
                key,
                key,
                at,
                at.plusSeconds(delay),
                isDated && !history.has(Mood.ALL_UNDATED),
                !history.has(Mood.BROKEN_ROWS) || random.nextInt(12) > 0,
                status(random),
                random.nextBoolean(),
                random.nextInt(History.LONGEST),
                false);
    }

    private static CallStatus status(SplittableRandom random) {
        return History.STATUSES.get(random.nextInt(History.STATUSES.size()));
    }
}
