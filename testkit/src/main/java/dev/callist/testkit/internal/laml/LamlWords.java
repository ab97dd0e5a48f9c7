package dev.callist.testkit.internal.laml;

import dev.callist.CallDirection;
import dev.callist.testkit.SandboxCall;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The words of statuses and directions, and when a call starts. */
public final class LamlWords {
    static final Set<String> STATUSES =
            Set.of("queued", "ringing", "in-progress", "canceled", "completed", "busy", "failed", "no-answer");

    private LamlWords() {}

    public static String status(SandboxCall call) {
        return switch (call.status()) {
            case SCHEDULED, QUEUED -> "queued";
            case RINGING -> "ringing";
            case IN_PROGRESS -> "in-progress";
            case COMPLETED -> "completed";
            case BUSY -> "busy";
            case NO_ANSWER -> "no-answer";
            case FAILED, UNKNOWN -> "failed";
            case CANCELED -> "canceled";
        };
    }

    /** A leg of another call was dialled by it; the other outbound ones were asked for through the API. */
    public static String direction(SandboxCall call) {
        if (call.direction() == CallDirection.INBOUND) {
            return "inbound";
        }
        return call.parentId().isPresent() ? "outbound-dial" : "outbound-api";
    }

    /** A call begins when it rings; one that never rang has no start. */
    public static Optional<Instant> startTime(SandboxCall call) {
        return call.ringingAt();
    }
}
