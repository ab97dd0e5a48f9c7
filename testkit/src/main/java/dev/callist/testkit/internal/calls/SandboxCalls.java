package dev.callist.testkit.internal.calls;

import dev.callist.AnsweredBy;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Money;
import dev.callist.testkit.SandboxCall;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the calls of the set from their index alone, so that a million of them need no memory. */
public final class SandboxCalls {
    /** As many as a prime, so that status does not go with anything else that repeats. */
    private static final List<CallStatus> STATUSES = List.of(
            CallStatus.COMPLETED,
            CallStatus.COMPLETED,
            CallStatus.NO_ANSWER,
            CallStatus.COMPLETED,
            CallStatus.QUEUED,
            CallStatus.COMPLETED,
            CallStatus.COMPLETED,
            CallStatus.QUEUED,
            CallStatus.BUSY,
            CallStatus.COMPLETED,
            CallStatus.NO_ANSWER,
            CallStatus.COMPLETED,
            CallStatus.IN_PROGRESS,
            CallStatus.COMPLETED,
            CallStatus.FAILED,
            CallStatus.COMPLETED,
            CallStatus.RINGING,
            CallStatus.COMPLETED,
            CallStatus.CANCELED,
            CallStatus.COMPLETED,
            CallStatus.NO_ANSWER,
            CallStatus.SCHEDULED,
            CallStatus.COMPLETED);

    private static final long CENTIMILLS_A_MINUTE = 650;
    private static final int SECONDS_A_MINUTE = 60;

    private SandboxCalls() {}

    public static SandboxCall at(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("calls are numbered from 0");
        }
        return of(index, STATUSES.get(index % STATUSES.size()), SandboxTimes.createdAt(index));
    }

    /** The call at an index in another status, created at another time. */
    static SandboxCall of(int index, CallStatus status, Instant createdAt) {
        Ends ends = ends(index);
        SandboxProgress progress = SandboxProgress.of(index, status, createdAt);
        return new SandboxCall(
                index,
                SandboxIds.call(index),
                isLeg(index) ? Optional.of(parent(index)) : Optional.empty(),
                ends.direction,
                status,
                ends.from,
                ends.to,
                createdAt,
                progress.updatedAt(),
                progress.ringingAt(),
                progress.answeredAt(),
                progress.endedAt(),
                progress.duration(),
                answeredBy(index, status, ends),
                price(index, status, progress.duration()),
                tags(index));
    }

    private record Ends(CallDirection direction, CallParty from, CallParty to) {}

    private static Ends ends(int index) {
        if (isLeg(index)) {
            return outbound(SandboxTimes.slot(index), SandboxParties.own(index));
        }
        if (SandboxTimes.place(index) == 1 && isLeg(index - 1)) {
            CallParty callee = SandboxParties.customer(SandboxTimes.slot(index));
            return new Ends(CallDirection.INBOUND, SandboxParties.client(index), callee);
        }
        if (index % 31 == 7) {
            return outbound(index, SandboxParties.sip(index));
        }
        if (index % 13 == 5) {
            return inbound(index, SandboxParties.anonymous());
        }
        return IndexHash.below(2, index, 30) == 0
                ? inbound(index, SandboxParties.customer(index))
                : outbound(index, SandboxParties.own(index));
    }

    private static Ends inbound(int index, CallParty caller) {
        return new Ends(CallDirection.INBOUND, caller, SandboxParties.own(index));
    }

    private static Ends outbound(int callee, CallParty caller) {
        return new Ends(CallDirection.OUTBOUND, caller, SandboxParties.customer(callee));
    }

    /** Whether a call is the outbound leg of the agent's call in the next row. */
    private static boolean isLeg(int index) {
        return SandboxTimes.place(index) == 0 && SandboxTimes.slot(index) % 3 == 0;
    }

    private static UUID parent(int index) {
        return SandboxIds.call(index + 1);
    }

    private static Optional<AnsweredBy> answeredBy(int index, CallStatus status, Ends ends) {
        if (status != CallStatus.COMPLETED || ends.direction != CallDirection.OUTBOUND || index % 3 != 0) {
            return Optional.empty();
        }
        return Optional.of(index % 9 == 0 ? AnsweredBy.MACHINE : AnsweredBy.HUMAN);
    }

    /** Some calls are never rated. */
    private static Optional<Money> price(int index, CallStatus status, Optional<Duration> duration) {
        boolean isRated = status == CallStatus.COMPLETED && index % 11 != 5;
        return isRated ? duration.map(SandboxCalls::priceOf) : Optional.empty();
    }

    /** The price of a call: each minute that has begun counts. */
    static Money priceOf(Duration duration) {
        long minutes = duration.plusSeconds(SECONDS_A_MINUTE - 1).toMinutes();
        return new Money(BigDecimal.valueOf(minutes * CENTIMILLS_A_MINUTE, 5), "USD");
    }

    private static List<String> tags(int index) {
        List<String> tags = new ArrayList<>();
        if (index % 5 == 0) {
            tags.add("support");
        }
        if (index % 7 == 0) {
            tags.add("vip");
        }
        return tags;
    }
}
