package dev.callist.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.ListingReport.Completeness;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CallSyncTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ManualTime time = ManualTime.startingAt(NOON);
    private final InMemoryCallStore store = new InMemoryCallStore();

    @Test
    void copiesNewCallsAndFindsThemUnchangedInTheNextRun() {
        List<Call> world = List.of(call("b", 1, CallStatus.COMPLETED), call("a", 2, CallStatus.BUSY));

        SyncReport first = run(world);
        assertThat(first.counts()).isEqualTo(new WriteCounts(2, 0, 0, 0, 0));
        assertThat(first.completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(first.watermarkAfter()).contains(NOON.minus(Duration.ofHours(1)));

        SyncReport second = run(world);
        assertThat(second.counts()).isEqualTo(new WriteCounts(0, 0, 2, 0, 0));
    }

    @Test
    void marksACallThatIsGoneAsMissingAndKeepsIt() {
        run(List.of(call("b", 1, CallStatus.COMPLETED), call("a", 2, CallStatus.BUSY)));

        SyncReport report = run(List.of(call("b", 1, CallStatus.COMPLETED)));
        assertThat(report.counts().missing()).isEqualTo(1);
        assertThat(store.calls()).hasSize(2);
        assertThat(store.calls().stream().flatMap(call -> call.missingSince().stream()))
                .containsExactly(report.startedAt());
    }

    @Test
    void replacesACallThatHasEndedSince() {
        run(List.of(call("a", 1, CallStatus.IN_PROGRESS)));

        SyncReport report = run(List.of(call("a", 1, CallStatus.COMPLETED)));
        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(store.calls().get(0).row().get(CallColumn.STATUS)).isEqualTo("COMPLETED");
        assertThat(store.calls().get(0).changedAt()).isEqualTo(report.startedAt());
    }

    private SyncReport run(List<Call> world) {
        time.advance(Duration.ofMinutes(1));
        SyncOptions options =
                SyncOptions.builder().account("test").time(Optional.of(time)).build();
        try (InMemoryCalls lister = InMemoryCalls.of("bird", world)) {
            return CallSync.create(lister, store, options).run();
        }
    }

    private static Call call(String id, int hoursAgo, CallStatus status) {
        return Call.builder()
                .provider("bird")
                .id(id)
                .direction(CallDirection.INBOUND)
                .status(status)
                .createdAt(NOON.minus(Duration.ofHours(hoursAgo)))
                .build();
    }
}
