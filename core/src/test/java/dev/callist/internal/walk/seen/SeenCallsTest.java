package dev.callist.internal.walk.seen;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.internal.walk.seen.SeenCalls.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenCallsTest {
    private static final int MAX_REMEMBERED = 20_000;

    private final SeenCalls seen = new SeenCalls(List.of());

    @Test
    void remembersACallByAccountChannelAndId() {
        assertThat(seen.add(call("a").build())).isEqualTo(Sighting.FIRST);
        assertThat(seen.add(call("a").status(CallStatus.BUSY).build())).isEqualTo(Sighting.AGAIN);
        assertThat(seen.add(call("a").channel("one").build())).isEqualTo(Sighting.FIRST);
        assertThat(seen.add(call("a").channel("two").build())).isEqualTo(Sighting.FIRST);
        assertThat(seen.add(call("a").account("one").build())).isEqualTo(Sighting.FIRST);
        assertThat(seen.add(call("a").channel("two").build())).isEqualTo(Sighting.AGAIN);
    }

    @Test
    void remembersTheLastTwentyThousand() {
        for (int i = 0; i < MAX_REMEMBERED; i++) {
            seen.add(call("c" + i).build());
        }
        assertThat(seen.add(call("c0").build())).isEqualTo(Sighting.AGAIN);

        seen.add(call("one more").build());

        assertThat(seen.add(call("c1").build())).isEqualTo(Sighting.AGAIN);
        assertThat(seen.add(call("c0").build())).isEqualTo(Sighting.FIRST);
        assertThat(seen.add(call("c2").build())).isEqualTo(Sighting.AGAIN);
        assertThat(seen.add(call("c1").build())).isEqualTo(Sighting.FIRST);
    }

    @Test
    void startsWithTheCallsOfAnEarlierWalk() {
        SeenCalls resumed = new SeenCalls(List.of(CallKey.of(call("a").build())));

        assertThat(resumed.add(call("a").build())).isEqualTo(Sighting.AGAIN);
        assertThat(resumed.add(call("b").build())).isEqualTo(Sighting.FIRST);
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
            assertThat(keys.add(key)).isEqualTo(isNew ? Sighting.FIRST : Sighting.AGAIN);
            if (isNew) {
                expected.add(key);
            }
            if (expected.size() > most) {
                expected.remove();
            }
        }
        assertThat(expected).allMatch(key -> keys.add(key) == Sighting.AGAIN);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void distinguishesKeysThatDifferInOneHalf(long half) {
        SeenCalls keys = new SeenCalls(100);

        assertThat(LongStream.range(0, 50)).allMatch(other -> isNew(keys, half, other));
        assertThat(LongStream.range(50, 100)).allMatch(other -> isNew(keys, other, half));
        assertThat(LongStream.range(0, 50)).noneMatch(other -> isNew(keys, half, other));
        assertThat(LongStream.range(50, 100)).noneMatch(other -> isNew(keys, other, half));
    }

    private static CallBuilder like(Call call) {
        return Call.builder().copyFrom(call);
    }

    private static boolean isNew(SeenCalls keys, long high, long low) {
        return keys.add(new CallKey(high, low)) == Sighting.FIRST;
    }

    @Test
    void distinguishesCallsOfOneIdThatCannotBeTheSame() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        Call leg = call("a")
                .createdAt(noon)
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .duration(Duration.ofSeconds(53))
                .from(CallParty.of("+15550100"))
                .to(CallParty.of("+15550101"))
                .parentId("p")
                .build();
        List<Call> others = List.of(
                like(leg).createdAt(noon.plusSeconds(1)).build(),
                like(leg).direction(CallDirection.OUTBOUND).build(),
                like(leg).duration(Duration.ofSeconds(54)).build(),
                like(leg).from(CallParty.of("+15550102")).build(),
                like(leg).to(CallParty.of("+15550102")).build(),
                like(leg).parentId("q").build());
        assertThat(seen.add(leg)).isEqualTo(Sighting.FIRST);
        assertThat(others).allMatch(seen::isOther).allMatch(other -> seen.add(other) == Sighting.OTHER_CALL);
        assertThat(others).noneMatch(seen::isOther).allMatch(other -> seen.add(other) == Sighting.AGAIN);
        assertThat(seen.add(leg)).isEqualTo(Sighting.AGAIN);
    }

    @Test
    void recognizesACallThatHasProgressed() {
        Call queued =
                call("a").createdAt(Instant.EPOCH).status(CallStatus.QUEUED).build();
        Call live = like(queued)
                .status(CallStatus.IN_PROGRESS)
                .to(CallParty.of("+15550101"))
                .duration(Duration.ofSeconds(7))
                .build();
        Call ended = like(live)
                .status(CallStatus.COMPLETED)
                .duration(Duration.ofSeconds(9))
                .build();
        assertThat(seen.add(queued)).isEqualTo(Sighting.FIRST);
        assertThat(seen.add(live)).isEqualTo(Sighting.AGAIN);
        assertThat(seen.add(ended)).isEqualTo(Sighting.AGAIN);
        assertThat(seen.add(like(ended).duration(Duration.ofSeconds(8)).build()))
                .isEqualTo(Sighting.OTHER_CALL);
    }

    @Test
    void remembersAnyNumberOfCallsOfOneId() {
        List<Call> calls = IntStream.range(0, 100)
                .mapToObj(second ->
                        call("a").createdAt(Instant.ofEpochSecond(second)).build())
                .toList();
        calls.forEach(seen::add);
        assertThat(calls).allMatch(call -> seen.add(call) == Sighting.AGAIN);
    }
}
