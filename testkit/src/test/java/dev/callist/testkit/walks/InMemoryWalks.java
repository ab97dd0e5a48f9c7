package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallStatus;
import dev.callist.testkit.InMemoryCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Short lists in memory, and walks that continue after failures. */
public final class InMemoryWalks {
    /** The time from which calls are counted. */
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private InMemoryWalks() {}

    static InMemoryCalls listOf(Call... calls) {
        return InMemoryCalls.of("mine", List.of(calls));
    }

    /** A call that was created this many seconds after the start. */
    public static Call call(String id, long second) {
        return undated(id).createdAt(START.plusSeconds(second)).build();
    }

    static CallBuilder undated(String id) {
        return Call.builder()
                .provider("mine")
                .id(id)
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED);
    }

    /** Walks to the end and continues after every failure, as a user who retries would. */
    public static List<String> idsDespiteFailures(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        boolean ended = false;
        for (int tries = 0; tries < 5 && !ended; tries++) {
            ended = catchThrowable(() -> walk.forEachRemaining(call -> ids.add(call.id()))) == null;
        }
        return ids;
    }
}
