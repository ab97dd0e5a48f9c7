package dev.callist.sync.contract;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.Money;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallId;
import dev.callist.sync.CallRow;
import dev.callist.sync.CallStore;
import dev.callist.sync.SourceSession;
import dev.callist.sync.SourceState;
import dev.callist.sync.StoredCall;
import dev.callist.sync.SyncSource;
import dev.callist.sync.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The store under test, and calls to put into it. */
interface StoreFixture {
    /** When the first run starts. */
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** A state that a run might save. */
    SourceState STATE = new SourceState(
            Optional.of(Instant.parse("2026-03-01T11:59:59.123456Z")),
            Optional.of(Instant.MIN),
            List.of(),
            Optional.empty());

    /** The source that most rules use. */
    SyncSource SOURCE = new SyncSource("bird", "ws1", "0011223344556677", "all calls");

    /** Another account. */
    SyncSource OTHER = new SyncSource("search", "org 2", "8899aabbccddeeff", "inbound only");

    /** Opens the store of this test; it is empty when the test begins, and later has what was written before. */
    CallStore open();

    /** Begins a session of a source that is not being written. */
    static SourceSession session(CallStore store, SyncSource source) {
        return store.open(source, Duration.ZERO);
    }

    /** Writes calls in a session of their own. */
    static void write(CallStore store, SyncSource source, Instant runAt, CallRow... rows) {
        try (SourceSession session = session(store, source)) {
            session.write(List.of(rows), runAt, STATE);
        }
    }

    /** The stored call with this id of {@link #SOURCE}. */
    static StoredCall stored(CallStore store, String id) {
        CallId key = new CallId("bird", "ws1", id);
        return Optional.ofNullable(store.find(List.of(key)).get(key)).orElseThrow();
    }

    /** The ids of a source's calls in a range, as they are read. */
    static List<String> ids(CallStore store, SyncSource source, TimeRange range) {
        List<String> ids = new ArrayList<>();
        store.read(source, range, call -> ids.add(call.row().id().id()));
        return ids;
    }

    /** A call that has ended, created this many hours before noon. */
    static CallBuilder call(String id, int hoursAgo) {
        return Call.builder()
                .provider("bird")
                .id(id)
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .createdAt(NOON.minus(Duration.ofHours(hoursAgo)));
    }

    /** The row of a call. */
    static CallRow row(CallBuilder call) {
        return CallRow.of(call.build(), "ws1");
    }

    /** The row of a plain call. */
    static CallRow row(String id, int hoursAgo) {
        return row(call(id, hoursAgo));
    }

    /** A row with other columns. */
    static CallRow with(CallRow row, Map<CallColumn, Object> values) {
        Map<CallColumn, Object> all = new HashMap<>(row.values());
        all.putAll(values);
        return CallRow.of(all);
    }

    /** A price. */
    static Money price(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    /** Many plain calls. */
    static List<CallRow> many(int count) {
        return Stream.iterate(1, number -> number + 1)
                .limit(count)
                .map(number -> row("c" + number, number))
                .toList();
    }
}
