package dev.callist.testkit.internal.calls;

import dev.callist.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The events of a call of the set, and their times. */
record SandboxProgress(
        Instant updatedAt,
        Optional<Instant> ringingAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<Duration> duration) {
    static SandboxProgress of(int index, CallStatus status, Instant created) {
        Instant ringing = created.plusMillis(200 + IndexHash.below(4_000, index, 40));
        Instant answered = ringing.plusMillis(900 + IndexHash.below(20_000, index, 41));
        return switch (status) {
            case SCHEDULED, QUEUED -> live(created, Optional.empty(), Optional.empty());
            case RINGING -> live(ringing, Optional.of(ringing), Optional.empty());
            case IN_PROGRESS -> live(answered, Optional.of(ringing), Optional.of(answered));
            case COMPLETED -> completed(index, ringing, answered);
            case FAILED -> unanswered(created.plusMillis(50 + IndexHash.below(900, index, 42)), Optional.empty());
            case NO_ANSWER -> index % 2 == 0 ? answeredBeforeRinging(ringing, answered) : rungOut(ringing, answered);
            case BUSY, CANCELED, UNKNOWN -> rungOut(ringing, answered);
        };
    }

    private static SandboxProgress live(Instant updated, Optional<Instant> ringing, Optional<Instant> answered) {
        return new SandboxProgress(after(updated), ringing, answered, Optional.empty(), Optional.empty());
    }

    /** The duration comes from another clock: it may differ from the instants by a second either way. */
    private static SandboxProgress completed(int index, Instant ringing, Instant answered) {
        int seconds = 1 + IndexHash.below(index % 41 == 0 ? 7_200 : 600, index, 43);
        Instant ended = answered.plusSeconds(seconds).plusMillis(IndexHash.below(1_600, index, 44) - 800L);
        Duration counted = Duration.ofSeconds(seconds);
        return new SandboxProgress(
                after(ended), Optional.of(ringing), Optional.of(answered), Optional.of(ended), Optional.of(counted));
    }

    private static SandboxProgress rungOut(Instant ringing, Instant ended) {
        return unanswered(ended, Optional.of(ringing));
    }

    private static SandboxProgress unanswered(Instant ended, Optional<Instant> ringing) {
        return new SandboxProgress(
                after(ended), ringing, Optional.empty(), Optional.of(ended), Optional.of(Duration.ZERO));
    }

    /** An unanswered call with an answer time before its ringing time, as real lists have it. */
    private static SandboxProgress answeredBeforeRinging(Instant ringing, Instant ended) {
        return new SandboxProgress(
                after(ended),
                Optional.of(ringing),
                Optional.of(ringing.minusMillis(3)),
                Optional.of(ended),
                Optional.of(Duration.ZERO));
    }

    private static Instant after(Instant last) {
        return last.plusMillis(170);
    }
}
