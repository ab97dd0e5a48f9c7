package dev.callist.testkit.history;

import dev.callist.testkit.history.History.Mood;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How a history's server answers.
 *
 * @param fewestRows the fewest rows of a page that it agrees to
 * @param mostRows the most rows of a page that it agrees to
 * @param total what it says of the number of rows
 * @param totalLag by how many requests a lagging total is late
 * @param dateSkew how far its {@code Date} is ahead of the times of its calls
 */
record ServerHabits(int fewestRows, int mostRows, Total total, int totalLag, Duration dateSkew) {
    /** Those of a server that does nothing odd. */
    static final ServerHabits PLAIN = new ServerHabits(1, Integer.MAX_VALUE, Total.RIGHT, 0, Duration.ZERO);

    private static final int LARGEST_PAGE = 10;
    private static final int[] SKEWS = {1, 5, 30, 120, 600, 3600, 7200, 36_000};
    private static final int LARGEST_ZONE = 12;
    private static final int HOUR = 3600;

    /** How a server reports the number of rows. */
    enum Total {
        RIGHT,
        MISSING,
        WRONG,
        LAGGING
    }

    /** The habits of a server in these moods. */
    static ServerHabits of(Set<Mood> moods, int mostRows, Total total, SplittableRandom random) {
        int fewest = moods.contains(Mood.MIN_ROWS) ? 2 + random.nextInt(2 * LARGEST_PAGE) : 1;
        int lag = 1 + random.nextInt(4);
        return new ServerHabits(
                fewest,
                Math.max(fewest, mostRows),
                moods.contains(Mood.LAGGING_TOTAL) ? Total.LAGGING : total,
                lag,
                skew(moods, random));
    }

    private static Duration skew(Set<Mood> moods, SplittableRandom random) {
        if (moods.contains(Mood.ZONELESS)) {
            return Duration.ofSeconds((long) -HOUR * (1 + random.nextInt(LARGEST_ZONE)));
        }
        if (!moods.contains(Mood.DATE_SKEW)) {
            return Duration.ZERO;
        }
        int seconds = SKEWS[random.nextInt(SKEWS.length)];
        return Duration.ofSeconds(random.nextInt(4) == 0 ? seconds : -seconds);
    }

    /** How many rows a page has when this limit is requested. */
    int agreed(int limit) {
        return Math.max(fewestRows, Math.min(limit, mostRows));
    }
}
