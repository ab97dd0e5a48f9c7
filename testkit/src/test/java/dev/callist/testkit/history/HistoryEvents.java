package dev.callist.testkit.history;

import dev.callist.testkit.history.History.Mood;
import dev.callist.testkit.history.History.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Creates a history's list, and changes it between requests. */
final class HistoryEvents {
    private static final int LAST_EVENT = 50;

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
        List<ListedCall> rows = new ArrayList<>();
        for (int i = 0; i < history.calls(); i++) {
            rows.add(fresh(at, random));
            at = at.minusSeconds(random.nextInt(history.spacing() + 1));
        }
        if (history.order() == Order.OLDEST_FIRST) {
            Collections.reverse(rows);
        } else if (history.order() == Order.SHUFFLED) {
            Collections.shuffle(rows, new Random(history.seed()));
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
        return description.toString();
    }

    private void arrive(Instant now, SplittableRandom random, StringBuilder description) {
        boolean isBurst = history.query().pageSize().orElse(0) > 2 && random.nextInt(30) == 0;
        int count = isBurst ? 1 + random.nextInt(15) : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            ListedCall row = fresh(now, random);
            int end = list.rows().size();
            list.add(
                    switch (history.order()) {
                        case NEWEST_FIRST -> 0;
                        case OLDEST_FIRST -> end;
                        case SHUFFLED -> random.nextInt(end + 1);
                    },
                    row);
            description.append(" +").append(row);
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

    private void update(SplittableRandom random, StringBuilder description) {
        for (int i = random.nextInt(3); i >= 0 && !list.rows().isEmpty(); i--) {
            int index = random.nextInt(list.rows().size());
            ListedCall row = list.rows().get(index);
            if (!row.isGone()) {
                list.replace(index, row.updated(status(random), random.nextInt(History.LONGEST)));
                description.append(" ~").append(row);
            }
        }
    }

    private ListedCall fresh(Instant at, SplittableRandom random) {
        int key = list.newKey();
        return new ListedCall(
                key,
                key,
                at,
                !history.has(Mood.UNDATED_ROWS) || random.nextInt(3) > 0,
                !history.has(Mood.BROKEN_ROWS) || random.nextInt(12) > 0,
                status(random),
                random.nextBoolean(),
                random.nextInt(History.LONGEST),
                false);
    }

    private static dev.callist.CallStatus status(SplittableRandom random) {
        return History.STATUSES.get(random.nextInt(History.STATUSES.size()));
    }
}
