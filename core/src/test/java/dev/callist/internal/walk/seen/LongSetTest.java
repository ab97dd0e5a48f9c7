package dev.callist.internal.walk.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongSetTest {
    @Test
    void containsWhatASetContains() {
        Random random = new Random(7);
        LongSet longs = new LongSet();
        Set<Long> expected = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            long value = random.nextBoolean() ? random.nextInt(5000) - 2500 : random.nextLong();
            assertThat(longs.contains(value)).isEqualTo(expected.contains(value));
            longs.add(value);
            expected.add(value);
        }

        assertThat(longs.size()).isEqualTo(expected.size());
        assertThat(expected).allMatch(longs::contains);
    }

    @Test
    void containsZeroAndTheExtremes() {
        LongSet longs = new LongSet();
        for (long value : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(longs.contains(value)).isFalse();
            longs.add(value);
            longs.add(value);
            assertThat(longs.contains(value)).isTrue();
        }
        assertThat(longs.size()).isEqualTo(4);
    }

    @Test
    void distinguishesValuesThatShareASlot() {
        LongSet longs = new LongSet();
        for (long value = 1; value <= 200; value++) {
            longs.add(value << 32 | value);
        }

        assertThat(longs.size()).isEqualTo(200);
        assertThat(longs.contains(200L << 32 | 200)).isTrue();
        assertThat(longs.contains(201L << 32 | 201)).isFalse();
    }
}
