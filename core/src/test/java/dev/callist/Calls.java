package dev.callist;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Minimal calls. */
public final class Calls {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Calls() {}

    /** A call without a time. */
    public static CallBuilder call(String id) {
        return Call.builder()
                .provider("test")
                .id(id)
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN);
    }

    /** A call created this many seconds before noon. */
    public static Call call(String id, long secondsAgo) {
        return call(id).createdAt(NOON.minusSeconds(secondsAgo)).build();
    }

    /** Calls without a time. */
    public static List<Call> calls(String... ids) {
        return Arrays.stream(ids).map(id -> call(id).build()).toList();
    }
}
