package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallStatus;
import dev.callist.testkit.internal.calls.SandboxIds;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxCallTest {
    private final List<SandboxCall> calls =
            IntStream.range(0, 2_000).mapToObj(SandboxCall::at).toList();

    @Test
    void isFixedByItsIndex() {
        assertThat(SandboxCall.at(123)).isEqualTo(SandboxCall.at(123));
        assertThat(SandboxCall.at(0).id()).isEqualTo(UUID.fromString("5bd1e995-e7e7-46b2-860c-c348d69e625b"));
        assertThat(SandboxCall.at(999_999).id()).isEqualTo(UUID.fromString("05b47d1a-ea8f-4b95-af6c-a9b42159e545"));
        assertThat(SandboxCall.at(999_999).createdAt()).isEqualTo(Instant.parse("2023-04-24T20:04:34.560Z"));
    }

    @Test
    void growsStrictlyOlder() {
        assertThat(calls.get(0).createdAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        for (int i = 1; i < calls.size(); i++) {
            assertThat(calls.get(i).createdAt()).isBefore(calls.get(i - 1).createdAt());
        }
    }

    @Test
    void growsOlderIrregularlyAndSometimesWithinASecond() {
        List<Duration> gaps = IntStream.range(1, calls.size())
                .mapToObj(i -> Duration.between(
                        calls.get(i).createdAt(), calls.get(i - 1).createdAt()))
                .toList();
        long sameSecond = IntStream.range(1, calls.size())
                .filter(i -> second(i).equals(second(i - 1)))
                .count();

        assertThat(gaps.stream().distinct().count()).isGreaterThan(1_500);
        assertThat(sameSecond).isGreaterThan(100);
    }

    @Test
    void hasAnIdThatLeadsBackToIt() {
        assertThat(IntStream.of(0, 1, 17, 999_999, Integer.MAX_VALUE - 1))
                .allMatch(i -> SandboxIds.indexOf(SandboxIds.call(i)).equals(OptionalInt.of(i)));
        assertThat(SandboxIds.indexOf(UUID.fromString(BirdSandbox.CHANNEL_ID))).isEmpty();
        assertThat(calls).extracting(SandboxCall::id).doesNotHaveDuplicates().allMatch(id -> id.version() == 4);
    }

    @Test
    void isMostlyCompletedAndSometimesEverythingElse() {
        Map<CallStatus, Long> counts = calls.stream()
                .collect(Collectors.groupingBy(
                        SandboxCall::status, () -> new EnumMap<>(CallStatus.class), Collectors.counting()));

        assertThat(counts.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(CallStatus.UNKNOWN)));
        assertThat(counts.get(CallStatus.COMPLETED)).isGreaterThan(1_000);
    }

    @Test
    void lastsOnlyWhenItWasCompleted() {
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.duration().isPresent()).isEqualTo(call.endedAt().isPresent());
            assertThat(call.duration().filter(Duration.ZERO::equals).isEmpty())
                    .isEqualTo(call.status() == CallStatus.COMPLETED
                            || call.endedAt().isEmpty());
            assertThat(call.updatedAt()).isAfter(call.endedAt().orElse(call.createdAt()));
        });
    }

    @Test
    void isTheLegOfTheCallBelowItWhenItHasAParent() {
        assertThat(calls)
                .filteredOn(call -> call.parentId().isPresent())
                .isNotEmpty()
                .allSatisfy(leg -> {
                    SandboxCall parent = SandboxCall.at(leg.index() + 1);
                    assertThat(leg.parentId()).isEqualTo(Optional.of(parent.id()));
                    assertThat(leg.to()).isEqualTo(parent.to());
                });
    }

    @Test
    void hasAnIndexFromZero() {
        assertThatThrownBy(() -> SandboxCall.at(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private Instant second(int index) {
        return calls.get(index).createdAt().truncatedTo(ChronoUnit.SECONDS);
    }
}
