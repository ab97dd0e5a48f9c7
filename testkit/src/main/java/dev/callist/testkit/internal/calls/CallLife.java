package dev.callist.testkit.internal.calls;

import dev.callist.CallStatus;
import dev.callist.Money;
import dev.callist.testkit.SandboxCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a call of a changing list looks at each moment: each of its versions is listed from its update on, until the next
 * one.
 */
record CallLife(int index, Instant createdAt) {
    /** As many as a prime, so that the outcome does not go with anything else that repeats. */
    private static final List<CallStatus> OUTCOMES = List.of(
            CallStatus.COMPLETED,
            CallStatus.COMPLETED,
            CallStatus.NO_ANSWER,
            CallStatus.COMPLETED,
            CallStatus.BUSY,
            CallStatus.COMPLETED,
            CallStatus.COMPLETED,
            CallStatus.FAILED,
            CallStatus.COMPLETED,
            CallStatus.NO_ANSWER,
            CallStatus.COMPLETED,
            CallStatus.CANCELED,
            CallStatus.COMPLETED);

    /** After the end of the longest call, and its price. */
    private static final Duration SOONEST = Duration.ofHours(3);

    private static final Duration LATEST = Duration.ofDays(2);
    private static final Duration LATEST_END = Duration.ofDays(5);
    private static final int LONGEST_CORRECTION_SECONDS = 60;
    private static final int LONGEST_RATING_SECONDS = 1800;

    /** What happens to a call hours or days after its creation, to most calls nothing. */
    private enum LateChange {
        LISTED,
        ENDED,
        CORRECTED,
        DELETED,
        NONE
    }

    /** The call as it is listed at a moment; absent before it is listed and after it was deleted. */
    Optional<SandboxCall> at(Instant time) {
        LateChange change = lateChange();
        boolean isOver = !time.isBefore(lateChangeAt());
        if (change == (isOver ? LateChange.DELETED : LateChange.LISTED)) {
            return Optional.empty();
        }
        return versions(change).stream()
                .filter(version -> !version.updatedAt().isAfter(time))
                .reduce((earlier, later) -> later);
    }

    private List<SandboxCall> versions(LateChange change) {
        CallStatus outcome = OUTCOMES.get(index % OUTCOMES.size());
        List<SandboxCall> versions = new ArrayList<>();
        versions.add(inStatus(CallStatus.QUEUED));
        if (outcome != CallStatus.FAILED) {
            versions.add(inStatus(CallStatus.RINGING));
        }
        if (outcome == CallStatus.COMPLETED) {
            versions.add(inStatus(CallStatus.IN_PROGRESS));
        }
        SandboxCall rated = inStatus(outcome);
        Instant endedAt = change == LateChange.ENDED ? lateChangeAt() : rated.updatedAt();
        versions.add(version(rated, endedAt, Duration.ZERO, Optional.empty()));
        if (rated.price().isPresent()) {
            versions.add(version(rated, ratedAt(endedAt), Duration.ZERO, rated.price()));
        }
        if (change == LateChange.CORRECTED && outcome == CallStatus.COMPLETED) {
            versions.add(corrected(rated));
        }
        return versions;
    }

    private SandboxCall corrected(SandboxCall rated) {
        Duration longer = Duration.ofSeconds(1 + below(LONGEST_CORRECTION_SECONDS, 92));
        Duration duration = rated.duration().orElseThrow().plus(longer);
        return version(rated, lateChangeAt(), longer, rated.price().map(any -> SandboxCalls.priceOf(duration)));
    }

    private LateChange lateChange() {
        return switch (below(20, 90)) {
            case 0 -> LateChange.LISTED;
            case 1 -> LateChange.ENDED;
            case 2, 3 -> LateChange.CORRECTED;
            case 4 -> LateChange.DELETED;
            default -> LateChange.NONE;
        };
    }

    private Instant lateChangeAt() {
        Duration latest = lateChange() == LateChange.ENDED ? LATEST_END : LATEST;
        return createdAt
                .plus(SOONEST)
                .plusMillis(below((int) latest.minus(SOONEST).toMillis(), 91));
    }

    private Instant ratedAt(Instant endedAt) {
        return endedAt.plusSeconds(1 + below(LONGEST_RATING_SECONDS, 93));
    }

    private int below(int bound, int salt) {
        return IndexHash.below(bound, index, salt);
    }

    private SandboxCall inStatus(CallStatus status) {
        return SandboxCalls.of(index, status, createdAt);
    }

    private static SandboxCall version(SandboxCall call, Instant updatedAt, Duration longer, Optional<Money> price) {
        return new SandboxCall(
                call.index(),
                call.id(),
                call.parentId(),
                call.direction(),
                call.status(),
                call.from(),
                call.to(),
                call.createdAt(),
                updatedAt,
                call.ringingAt(),
                call.answeredAt(),
                call.endedAt().map(at -> at.plus(longer)),
                call.duration().map(duration -> duration.plus(longer)),
                call.answeredBy(),
                price,
                call.tags());
    }
}
