package dev.callist.testkit.history;

import dev.callist.testkit.history.History.Mood;
import dev.callist.testkit.history.ServerHabits.Total;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A list when a request reaches it, and the mood of its server.
 *
 * @param request the request's number
 * @param lastExpired the last request whose tokens are refused
 * @param mostShown the most rows that this answer shows, whatever it says
 * @param random decides on the mood
 */
record ListSnapshot(
        History history, ChangingList list, int request, int lastExpired, int mostShown, SplittableRandom random) {
    private static final int[] REFUSALS = {400, 404, 410, 422};
    private static final int LAST_ODD_PAGE = 60;

    /**
     * A page of a list whose pages are tied by the rows they follow.
     *
     * @param next the row that the next one follows
     * @param isRepeated whether the next page is said to be this one
     */
    record Tied(List<ListedCall> rows, Optional<Integer> next, boolean isRepeated) {
        Tied(List<ListedCall> rows, Optional<Integer> next) {
            this(rows, next, false);
        }
    }

    /** How many rows a page has when this limit is requested. */
    int agreed(int limit) {
        return history.habits().agreed(limit);
    }

    /** The token of the page after a row. */
    String token(int key, Tied page, Optional<String> asked) {
        return asked.filter(token -> page.isRepeated()).orElse(key + "-" + request);
    }

    /** The row that a token's page follows. */
    static int place(String token) {
        return Integer.parseInt(token.split("-", -1)[0]);
    }

    /** Whether a token is too old. */
    boolean hasExpired(String token) {
        return Integer.parseInt(token.split("-", -1)[1]) <= lastExpired;
    }

    /** The status of an answer to a token that is too old. */
    int refusal() {
        return REFUSALS[(int) (history.seed() % REFUSALS.length)];
    }

    /**
     * Whether a row is selected by a bound on its time; some servers drop rows without a time, others know it
     * nevertheless.
     */
    boolean passesBounds(ListedCall row, boolean isBounded) {
        return row.isDated() || !isBounded || !history.has(Mood.SQL_NULLS);
    }

    /** Whether this page misbehaves in a way that its mood allows, at random. */
    boolean does(Mood mood) {
        return history.has(mood) && random.nextInt(4) == 0;
    }

    /** The rows after a row, 0 for the first one; sometimes fewer, or some of them repeated. */
    Tied after(int key, int limit, Predicate<ListedCall> filter) {
        int start = key == 0 ? 0 : list.indexOf(key) + 1;
        int most = agreed(limit);
        if (does(Mood.EMPTY_PAGES) && most > 0) {
            return new Tied(List.of(), Optional.of(key));
        }
        if (key > 0 && does(Mood.REPEATED_TOKENS)) {
            return new Tied(List.of(), Optional.of(key), true);
        }
        int count = does(Mood.SHORT_PAGES) ? 1 + random.nextInt(most) : most;
        List<ListedCall> all = list.rows(filter);
        long below = list.rows().stream()
                .skip(start)
                .filter(row -> !row.isGone() && filter.test(row))
                .count();
        int from = all.size() - (int) below;
        if (does(Mood.REPEATED_PAGES)) {
            int again = Math.max(0, from - most);
            if (random.nextBoolean() && again < from) {
                return new Tied(all.subList(again, from), Optional.of(key));
            }
            return tied(all, Math.max(0, from - 1 - random.nextInt(most)), Math.min(all.size(), from + count));
        }
        return tied(all, from, Math.min(all.size(), from + count));
    }

    private Tied tied(List<ListedCall> all, int from, int end) {
        boolean more = end < all.size() || (end > from && history.seed() % 3 == 0);
        return new Tied(
                all.subList(from, end), more ? Optional.of(all.get(end - 1).key()) : Optional.empty());
    }

    /**
     * Rows of a counted list; sometimes fewer than the list has, or none. Where neither the total nor the next page
     * shows that rows are missing, as many remain as show it.
     */
    List<ListedCall> counted(List<ListedCall> all, long start, int limit) {
        int from = (int) Math.min(start, all.size());
        int end = Math.min(all.size(), from + limit);
        boolean isShown = history.habits().total() == Total.RIGHT;
        if ((from > 0 || isShown) && request < LAST_ODD_PAGE / 2 && does(Mood.EMPTY_PAGES) && random.nextInt(4) == 0) {
            return List.of();
        }
        int fewest = isShown ? 1 : 2;
        boolean mayBeCut = end - from > fewest && (isShown || end < all.size());
        if (mayBeCut && request < LAST_ODD_PAGE && does(Mood.SHORT_PAGES)) {
            end = from + fewest + random.nextInt(end - from - fewest);
        }
        return all.subList(from, (int) Math.min(end, (long) from + mostShown));
    }

    /** The number of rows that the server reports. */
    Optional<Integer> total(List<ListedCall> all) {
        return switch (history.habits().total()) {
            case RIGHT -> Optional.of(all.size());
            case MISSING -> Optional.empty();
            case ON_FIRST_PAGE -> request == 1 ? Optional.of(all.size()) : Optional.empty();
            case WRONG ->
                Optional.of(random.nextInt(3) == 0 ? -random.nextInt(2) : all.size() + 1 + random.nextInt(20));
            case LAGGING -> Optional.of(list.sizeBefore(history.habits().totalLag(), all.size()));
        };
    }
}
