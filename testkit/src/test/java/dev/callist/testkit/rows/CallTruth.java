package dev.callist.testkit.rows;

import dev.callist.CallDirection;
import dev.callist.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A call as it was, before a row spells it. */
record CallTruth(
        int number,
        Instant createdAt,
        CallDirection direction,
        CallStatus status,
        Party from,
        Party to,
        Duration duration,
        Set<String> tags) {
    private static final long[] LONGEST_GAPS = {1_000, 60_000, 60_000, 3_600_000, 200_000_000};

    /** A call older than the one before it in the list, with a state that the provider knows. */
    static CallTruth before(Instant newer, int number, List<CallStatus> statuses, Dice dice) {
        int longest = (int) LONGEST_GAPS[dice.below(LONGEST_GAPS.length)];
        return new CallTruth(
                number,
                newer.minusMillis(dice.below(longest)),
                dice.oneOf(CallDirection.INBOUND, CallDirection.OUTBOUND),
                dice.oneOf(statuses),
                dice.oneOf(Parties.ALL),
                dice.oneOf(Parties.ALL),
                Duration.ofSeconds(dice.percent(20) ? 0 : dice.below(5_000)),
                Tags.some(dice));
    }
}
