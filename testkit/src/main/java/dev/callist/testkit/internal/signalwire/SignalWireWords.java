package dev.callist.testkit.internal.signalwire;

import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.testkit.SandboxCall;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** SignalWire's words, and its form of addresses. */
final class SignalWireWords {
    static final Set<String> STATUSES =
            Set.of("queued", "ringing", "in-progress", "canceled", "completed", "busy", "failed", "no-answer");

    private static final String AMERICAN = "\\+1(\\d{3})(\\d{3})(\\d{4})";

    private SignalWireWords() {}

    static String status(SandboxCall call) {
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
    static String direction(SandboxCall call) {
        if (call.direction() == CallDirection.INBOUND) {
            return "inbound";
        }
        return call.parentId().isPresent() ? "outbound-dial" : "outbound-api";
    }

    /** A call begins when it rings; one that never rang has no start. */
    static Optional<Instant> startTime(SandboxCall call) {
        return call.ringingAt();
    }

    /** American numbers with dashes and without their country, all others as they are. */
    static String formatted(CallParty party) {
        return party.address().replaceFirst("^" + AMERICAN + "$", "$1-$2-$3");
    }
}
