package dev.callist.testkit.rows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The random choices of one case: how odd its rows are follows from its seed too. */
final class Dice {
    private static final int[] ODD = {10, 40, 80};
    private static final int[] UNREADABLE = {0, 0, 2, 15};

    private final SplittableRandom random;
    private final int odd;
    private final int unreadable;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
        this.odd = ODD[random.nextInt(ODD.length)];
        this.unreadable = UNREADABLE[random.nextInt(UNREADABLE.length)];
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** Whether a field is spelled in an unusual way. */
    boolean isOdd() {
        return percent(odd);
    }

    /** Whether a field is spelled in a way that cannot be read. */
    boolean isUnreadable() {
        return percent(unreadable);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The result of one of the suppliers; the others are not called. */
    @SafeVarargs
    final <T> T made(Supplier<T>... makers) {
        return makers[random.nextInt(makers.length)].get();
    }

    /** The same list in another order. */
    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T moved = list.get(i);
            list.set(i, list.get(other));
            list.set(other, moved);
        }
    }
}
