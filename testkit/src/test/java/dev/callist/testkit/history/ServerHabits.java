package dev.callist.testkit.history;

import dev.callist.testkit.history.History.Mood;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How a history's server answers.
 *
 * @param fewestRows its least page size
 * @param mostRows its greatest page size
 * @param total how it reports the number of rows
 * @param totalLag by how many requests a lagging total is late
 * @param dateSkew how far its {@code Date} is ahead of the times of its calls; negative if it is behind
 */
record ServerHabits(int fewestRows, int mostRows, Total total, int totalLag, Duration dateSkew) {
    /** The habits of an ordinary server. */
    static final ServerHabits PLAIN = new ServerHabits(1, Integer.MAX_VALUE, Total.RIGHT, 0, Duration.ZERO);

    private static final int LARGEST_PAGE = 10;
    private static final int[] SKEWS = {1, 5, 30, 120, 600, 3600, 7200, 36_000};
    private static final int LARGEST_ZONE = 12;
    private static final int HOUR = 3600;

    /** How a server reports the number of rows. */
    enum Total {
        RIGHT,
        MISSING,
        ON_FIRST_PAGE,
        WRONG,
        LAGGING
    }

    /** The habits of a server in these moods. */
    static ServerHabits of(Set<Mood> moods, int mostRows, Total total, SplittableRandom random) {
        int fewest = moods.contains(Mood.MIN_ROWS) ? 2 + random.nextInt(2 * LARGEST_PAGE) : 1;
        int lag = 1 + random.nextInt(4);
        return new ServerHabits(fewest, Math.max(fewest, mostRows), total(moods, total), lag, skew(moods, random));
    }

    private static Total total(Set<Mood> moods, Total usual) {
        if (moods.contains(Mood.LOST_TOTAL)) {
            return Total.ON_FIRST_PAGE;
        }
        return moods.contains(Mood.LAGGING_TOTAL) ? Total.LAGGING : usual;
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
