package dev.callist.internal.walk.seen;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenCallsTest {
    private static final int MOST_REMEMBERED = 20_000;

    private final SeenCalls seen = new SeenCalls(List.of());

    @Test
    void remembersACallByAccountChannelAndId() {
        assertThat(seen.add(call("a").build())).isTrue();
        assertThat(seen.add(call("a").status(CallStatus.BUSY).build())).isFalse();
        assertThat(seen.add(call("a").channel("one").build())).isTrue();
        assertThat(seen.add(call("a").channel("two").build())).isTrue();
        assertThat(seen.add(call("a").account("one").build())).isTrue();
        assertThat(seen.add(call("a").channel("two").build())).isFalse();
    }

    @Test
    void remembersTheLastTwentyThousand() {
        for (int i = 0; i < MOST_REMEMBERED; i++) {
            seen.add(call("c" + i).build());
        }
        assertThat(seen.add(call("c0").build())).isFalse();

        seen.add(call("one more").build());

        assertThat(seen.add(call("c1").build())).isFalse();
        assertThat(seen.add(call("c0").build())).isTrue();
        assertThat(seen.add(call("c2").build())).isFalse();
        assertThat(seen.add(call("c1").build())).isTrue();
    }

    @Test
    void startsWithTheCallsOfAnEarlierWalk() {
        SeenCalls resumed = new SeenCalls(List.of(CallKey.of(call("a").build())));

        assertThat(resumed.add(call("a").build())).isFalse();
        assertThat(resumed.add(call("b").build())).isTrue();
    }

    /** A few keys that share even fewer slots, so that removing one has to move others. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 63, 64, 65, 100, 1000})
    void remembersOnlyTheLastKeys(int most) {
        SeenCalls keys = new SeenCalls(most);
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
    void distinguishesKeysThatDifferInOneHalf(long half) {
        SeenCalls keys = new SeenCalls(100);

        assertThat(LongStream.range(0, 50)).allMatch(other -> keys.add(new CallKey(half, other)));
        assertThat(LongStream.range(50, 100)).allMatch(other -> keys.add(new CallKey(other, half)));
        assertThat(LongStream.range(0, 50)).noneMatch(other -> keys.add(new CallKey(half, other)));
        assertThat(LongStream.range(50, 100)).noneMatch(other -> keys.add(new CallKey(other, half)));
    }
}
