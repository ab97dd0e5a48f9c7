package dev.callist.testkit.internal.bird;

import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallParty.Kind;
import dev.callist.testkit.SandboxCall;
import java.util.Set;

/** Bird's words, and its form of addresses. */
final class BirdWords {
    static final Set<String> STATUSES = Set.of(
            "accepted",
            "starting",
            "ringing",
            "ongoing",
            "completed",
            "no-answer",
            "busy",
            "failed",
            "cancelled",
            "scheduled");
    static final Set<String> TYPES = Set.of("pstn", "sip", "webrtc");
    static final Set<String> DIRECTIONS = Set.of("incoming", "outgoing");

    private static final int FORMS = 3;

    private BirdWords() {}

    static String status(SandboxCall call) {
        return switch (call.status()) {
            case SCHEDULED -> "scheduled";
            case QUEUED -> call.index() % 2 == 0 ? "accepted" : "starting";
            case RINGING -> "ringing";
            case IN_PROGRESS -> "ongoing";
            case COMPLETED -> "completed";
            case BUSY -> "busy";
            case NO_ANSWER -> "no-answer";
            case FAILED, UNKNOWN -> "failed";
            case CANCELED -> "cancelled";
        };
    }

    static String direction(SandboxCall call) {
        return call.direction() == CallDirection.INBOUND ? "incoming" : "outgoing";
    }

    static String type(SandboxCall call) {
        return type(call.from());
    }

    static String type(CallParty party) {
        return switch (party.kind()) {
            case CLIENT -> "webrtc";
            case SIP -> "sip";
            case PHONE, ANONYMOUS, OTHER -> "pstn";
        };
    }

    static String from(SandboxCall call) {
        return address(call.from(), call.index());
    }

    static String to(SandboxCall call) {
        return address(call.to(), call.index() + 1);
    }

    /** Two numbers in three are printed with their {@code +}. */
    static String address(CallParty party, int form) {
        return isBare(party, form) ? party.address().substring(1) : party.address();
    }

    static boolean isBare(CallParty party, int form) {
        return party.kind() == Kind.PHONE && form % FORMS == 1;
    }

    /** One number in three, always one with a {@code +}, is listed without its country. */
    static boolean showsCountry(int form) {
        return form % FORMS != 2;
    }
}
