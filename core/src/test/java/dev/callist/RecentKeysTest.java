package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentKeysTest {
    /** Few different keys, that crowd in few slots, so that removing one has to move others. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 63, 64, 65, 100, 1000})
    void remembersJustTheLastOnes(int most) {
        RecentKeys keys = new RecentKeys(most);
        Deque<CallKey> expected = new ArrayDeque<>();
        Random random = new Random(most);
        for (int i = 0; i < 20_000; i++) {
            CallKey key = new CallKey(random.nextInt(3), random.nextInt(2 * most) << random.nextInt(4));
            boolean isNew = !expected.contains(key);
            assertThat(keys.add(key)).isEqualTo(isNew);
            if (isNew) {
                expected.add(key);
            }
            if (expected.size() > most) {
                expected.remove();
            }
        }
        assertThat(expected).allMatch(key -> !keys.add(key));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void tellsApartKeysThatDifferInOneHalf(long half) {
        RecentKeys keys = new RecentKeys(100);

        assertThat(LongStream.range(0, 50)).allMatch(other -> keys.add(new CallKey(half, other)));
        assertThat(LongStream.range(50, 100)).allMatch(other -> keys.add(new CallKey(other, half)));
        assertThat(LongStream.range(0, 50)).noneMatch(other -> keys.add(new CallKey(half, other)));
        assertThat(LongStream.range(50, 100)).noneMatch(other -> keys.add(new CallKey(other, half)));
    }
}
