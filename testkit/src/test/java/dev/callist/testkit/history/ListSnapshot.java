package dev.callist.testkit.history;

import dev.callist.testkit.history.History.Mood;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A list when a request reaches it, and the mood of its server.
 *
 * @param request the request's number
 * @param random decides on the mood
 */
record ListSnapshot(History history, ChangingList list, int request, SplittableRandom random) {
    /** A page of a list whose pages are tied by the rows they follow; {@code next} is the row that the next one follows. */
    record Tied(List<ListedCall> rows, Optional<Integer> next) {}

    /** How many rows a page has when this limit is requested. */
    int clamped(int limit) {
        return Math.min(limit, history.mostRows());
    }

    /** Whether this page misbehaves in a way that its mood allows, at random. */
    boolean does(Mood mood) {
        return history.has(mood) && random.nextInt(4) == 0;
    }

    /** The rows after a row, 0 for the first one; sometimes fewer, or some of them repeated. */
    Tied after(int key, int limit, Predicate<ListedCall> filter) {
        int start = key == 0 ? 0 : list.indexOf(key) + 1;
        int most = clamped(limit);
        if (does(Mood.EMPTY_PAGES) && most > 0) {
            return new Tied(List.of(), Optional.of(key));
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

    /** Rows of a counted list; sometimes none, although there are rows above. */
    List<ListedCall> counted(List<ListedCall> all, long start, int limit) {
        int from = (int) Math.min(start, all.size());
        if (from > 0 && request < 30 && does(Mood.EMPTY_PAGES) && random.nextInt(4) == 0) {
            return List.of();
        }
        return all.subList(from, Math.min(all.size(), from + limit));
    }

    /** The number of rows that the server reports. */
    Optional<Integer> total(List<ListedCall> all) {
        return switch (history.total()) {
            case RIGHT -> Optional.of(all.size());
            case MISSING -> Optional.empty();
            case WRONG ->
                Optional.of(random.nextInt(3) == 0 ? -random.nextInt(2) : all.size() + 1 + random.nextInt(20));
        };
    }
}
