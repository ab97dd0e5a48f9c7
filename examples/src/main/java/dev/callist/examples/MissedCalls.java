package dev.callist.examples;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import java.util.Map;
import java.util.TreeMap;

/** Counts calls that were not answered. The example of {@code docs/testing.md}. */
public final class MissedCalls {
    private MissedCalls() {}

    /** Counts the missed calls of each caller, by E.164 number or else by address. */
    public static Map<String, Integer> byCaller(CallLister calls) {
        CallQuery missed = CallQuery.builder()
                .direction(CallDirection.INBOUND)
                .addStatuses(CallStatus.NO_ANSWER, CallStatus.BUSY)
                .build();
        Map<String, Integer> counts = new TreeMap<>();
        for (Call call : calls.list(missed)) {
            String caller = call.from().map(MissedCalls::name).orElse("unknown");
            counts.merge(caller, 1, Integer::sum);
        }
        return counts;
    }

    private static String name(CallParty party) {
        return party.e164().orElse(party.address());
    }
}
